// Every control of the playground as a user has it: two tabs, addresses, reload, the keyboard, a phone's width, and the server stopped in the middle.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import puppeteer from 'puppeteer-core';
import { obstacles } from './accessibility.mjs';
import { runTests } from './run-tests.mjs';
import { serve } from './serving.mjs';

const [browserPath, program] = process.argv.slice(2);
const { server, address } = await serve(program, 'play', '--no-browser');
const browser = await puppeteer.launch({ executablePath: browserPath, headless: true, args: ['--no-sandbox'] });
const complaints = [];

async function open(path = '', width = 1280) {
  const page = await browser.newPage();
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  await page.setViewport({ width, height: 900 });
  await page.goto(address + path);
  await page.waitForSelector('#controls fieldset');
  return page;
}

const text = (page, id) => page.$eval(`#${id}`, element => element.textContent);
const step = async page => Number((await text(page, 'n-step')).replaceAll(',', ''));
const until = (page, test, ...args) => page.waitForFunction(test, { timeout: 20_000 }, ...args);
const untilStep = (page, least) => until(page, least => Number(document.getElementById('n-step').textContent.replaceAll(',', '')) >= least, least);
const untilHash = (page, part) => until(page, part => location.hash.includes(part), part);

const tests = {
  async 'plays, pauses, steps and begins anew'() {
    const page = await open();
    await page.click('#play');
    await untilStep(page, 20);
    await until(page, () => document.getElementById('status').textContent === 'Training' && Number(document.getElementById('n-frames').textContent) > 0);
    await page.click('#play');
    await until(page, () => document.getElementById('status').textContent === 'Paused');
    const before = await step(page);
    await page.click('#step');
    await untilStep(page, before + 1);
    assert.equal(await step(page), before + 1);
    assert.match(await text(page, 'n-modes'), /^\d of 8$/);
    assert.match(await text(page, 'losses-text'), /Discriminator -?\d+\.\d+, generator -?\d+\.\d+/);
    for (const player of ['discriminator', 'generator']) {
      const seen = await text(page, player === 'discriminator' ? 'high' : 'n-quality') + await page.$eval('#plane', canvas => canvas.toDataURL());
      await page.click(`#step-${player}`);
      await page.waitForFunction((player, seen) => document.getElementById(player === 'discriminator' ? 'high' : 'n-quality').textContent + document.getElementById('plane').toDataURL() !== seen, {}, player, seen);
    }
    assert.equal(await step(page), before + 1);     // one alone is no step of the game
    await page.click('#reset');
    await until(page, () => document.getElementById('n-step').textContent === '0');
    await page.close();
  },

  async 'every setting goes into the address and comes back after a reload'() {
    const page = await open();
    const settings = await page.evaluate(async () => (await (await fetch('plane/settings')).json()).settings);
    for (const setting of settings.filter(setting => setting.group)) {
      if (setting.choices) await page.select(`#set-${setting.name}`, setting.choices.at(-1).name);
      else if (setting.typed) await page.$eval(`#set-${setting.name}`, input => { input.value = 77; input.dispatchEvent(new Event('input')); });
      else { await page.focus(`#set-${setting.name}`); await page.keyboard.press('ArrowRight'); }
      await untilHash(page, `${setting.name}=`);
    }
    await page.select('#pace', '20');
    await untilHash(page, 'pace=20');
    const set = await page.evaluate(() => location.hash);
    await page.reload();
    await page.waitForSelector('#controls fieldset');
    await until(page, () => document.getElementById('set-seed').value === '77');
    assert.equal(await page.evaluate(() => location.hash), set);
    assert.equal(await page.$eval('#set-data', select => select.value), 'drawn');
    await page.evaluate(() => { location.hash = 'loss=hinge'; });
    await until(page, () => document.getElementById('set-loss').value === 'hinge' && document.getElementById('set-seed').value === '1');
    await page.evaluate(() => { location.hash = 'loss=best'; });
    await until(page, () => document.getElementById('mistake').textContent.includes('expected one of'));
    await page.close();
  },

  async 'examples can be chosen and an address that cannot be read is said'() {
    const page = await open('#nonsense=1');
    await until(page, () => document.getElementById('mistake').textContent.includes('nonsense'));
    const names = await page.$$eval('#example option', options => options.slice(1).map(option => option.value));
    for (const name of names.reverse()) {
      await page.select('#example', name);
      await until(page, name => location.hash.replace('#', '') === name && document.getElementById('example').value === name, name);
    }
    await page.close();
  },

  async 'draws with the mouse and with the keyboard'() {
    const page = await open('#data=drawn');
    await until(page, () => !document.getElementById('drawing').hidden);
    const box = await (await page.$('#plane')).boundingBox();
    await page.mouse.move(box.x + 100, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + 150, { steps: 5 });
    await page.mouse.up();
    await untilHash(page, 'points=');
    const mouse = await page.evaluate(() => location.hash.length);
    await page.focus('#plane');
    for (const key of ['ArrowRight', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
    await until(page, length => location.hash.length > length, mouse);
    await page.click('#clear');
    await until(page, () => !location.hash.includes('points='));
    await page.close();
  },

  async 'layers can be hidden and keys work'() {
    const page = await open();
    await until(page, () => document.getElementById('example').value === '');
    const image = () => page.$eval('#plane', canvas => canvas.toDataURL());
    await page.click('#step');
    await untilStep(page, 1);
    for (const layer of ['real', 'fake', 'arrows', 'surface']) {
      const before = await image();
      await page.click(`#show-${layer}`);
      assert.notEqual(await image(), before, layer);
    }
    await page.focus('body');
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('s');
    await untilStep(page, 2);
    await page.keyboard.press('p');
    await untilStep(page, 10);
    await page.keyboard.press('p');
    await page.keyboard.press('n');
    await until(page, () => document.getElementById('n-step').textContent === '0');
    await page.close();
  },

  async 'two tabs train at once, each its own'() {
    const [one, two] = [await open('#seed=2'), await open('#data=grid&seed=3')];
    await one.bringToFront();
    await one.click('#play');
    await two.bringToFront();
    await two.click('#play');
    await untilStep(two, 30);
    await one.bringToFront();
    await untilStep(one, 30);
    assert.match(await text(one, 'n-modes'), /of 8$/);
    assert.match(await text(two, 'n-modes'), /of 25$/);
    await one.close();
    await two.close();
  },

  async 'every control has a name, and nothing is wider than a phone'() {
    for (const path of ['', '#data=drawn', 'pictures.html']) {
      const page = await open(path, 390);
      const nameless = await page.$$eval('button, input, select, a, canvas[role], img', all => all.filter(element =>
        !(element.labels?.length || element.textContent.trim() || element.getAttribute('aria-label') || element.alt)).map(element => element.outerHTML));
      assert.deepEqual(nameless, [], path);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
      await page.close();
    }
  },

  async 'nothing stands in the way of a screen reader, a keyboard or weak eyes, light or dark'() {
    for (const scheme of ['light', 'dark']) {
      for (const path of ['', '#data=drawn', 'pictures.html']) {
        const page = await open(path);
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        if (path === 'pictures.html') await until(page, () => document.querySelectorAll('#grid button').length === 40);
        assert.deepEqual(await obstacles(page), [], `${path} ${scheme}`);
        await page.close();
      }
    }
  },

  async 'pictures: settings, a walk, files'() {
    const page = await open('pictures.html');
    await until(page, () => document.querySelectorAll('#grid button').length === 40);
    await page.select('#set-class', '7');
    await untilHash(page, 'class=7');
    for (const name of ['truncation', 'count', 'direction1', 'direction6']) {
      await page.focus(`#set-${name}`);
      await page.keyboard.press('ArrowRight');
      await untilHash(page, `${name}=`);
    }
    await page.click('#straighten');
    await until(page, () => !location.hash.includes('direction'));
    const before = await page.evaluate(() => location.hash);
    await page.click('#other');
    await until(page, before => location.hash !== before && location.hash.includes('seed='), before);
    await page.click('#grid button:nth-child(5)');
    await untilHash(page, 'from=4');
    await page.focus('#grid button:nth-child(9)');
    await page.keyboard.press('Enter');
    await untilHash(page, 'to=8');
    await until(page, () => document.getElementById('walk-text').textContent === 'From picture 5 (class 7) to picture 9 (class 7).');
    await until(page, () => ['walk-gif', 'walk-png'].every(id => document.getElementById(id).complete && document.getElementById(id).naturalWidth > 0));
    for (const [id, start] of [['save-grid', '\x89PNG'], ['save-walk-png', '\x89PNG'], ['save-walk-gif', 'GIF8']])
      assert.equal(await page.$eval(`#${id}`, async link => String.fromCharCode(...new Uint8Array(await (await fetch(link.href)).arrayBuffer()).slice(0, 4))), start, id);
    const set = await page.evaluate(() => location.hash);
    await page.reload();
    await until(page, () => document.querySelectorAll('#grid button').length === 41);
    assert.equal(await page.evaluate(() => location.hash), set);
    await page.close();
  },

  async 'a server that is stopped in the middle is said on both pages, and ends with 0'() {
    const [plane, pictures] = [await open(), await open('pictures.html')];
    await plane.bringToFront();
    await plane.click('#play');
    await untilStep(plane, 20);
    assert.deepEqual(complaints, []);
    server.removeAllListeners('exit');
    const end = once(server, 'exit');
    server.kill('SIGINT');
    await until(plane, () => document.getElementById('mistake').textContent.includes('connection to the server has ended') && document.getElementById('play').disabled);
    assert.equal((await end)[0], 0);
    await pictures.bringToFront();
    await pictures.click('#other');
    await until(pictures, () => document.getElementById('mistake').textContent.includes('does not answer'));
  },
};

await runTests('tests/play', tests, async () => {
  await browser.close();
  server.kill('SIGKILL');
});
