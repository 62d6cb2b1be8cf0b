// The course's pages as a reader has them: from a server and from the disk, with a mouse, a keyboard, a finger, on paper and without scripts.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { obstacles } from './accessibility.mjs';
import { runTests } from './run-tests.mjs';

const [browserPath, folder] = process.argv.slice(2);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.gif': 'image/gif' };
const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  try {
    const content = await readFile(join(folder, path));
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1');
await new Promise(ready => server.once('listening', ready));
const served = `http://127.0.0.1:${server.address().port}/`;
const disk = pathToFileURL(folder + '/').href;
const names = (await readdir(folder)).filter(name => name.endsWith('.html'));
const browser = await puppeteer.launch({ executablePath: browserPath, headless: true, args: ['--no-sandbox'] });
const complaints = [];

async function open(name, { base = served, width = 1280, phone = false, scripts = true, dark = false } = {}) {
  const page = await (await browser.createBrowserContext()).newPage();
  page.on('pageerror', error => complaints.push(`${name}: ${error.message}`));
  page.on('console', message => ['error', 'warn'].includes(message.type()) && complaints.push(`${name}: ${message.text()}`));
  page.on('request', request => { if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) complaints.push(`${name} asks for ${request.url()}`); });
  await page.setJavaScriptEnabled(scripts);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  await page.setViewport({ width, height: 900, isMobile: phone, hasTouch: phone });
  await page.goto(base + name);
  return page;
}

const close = page => page.browserContext().close();
const until = (page, test, ...args) => page.waitForFunction(test, { timeout: 20_000 }, ...args);
const paper = page => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const [white, black] = ['rgb(255, 255, 255)', 'rgb(21, 24, 29)'];

async function searchFor(page, words) {
  await page.click('#site-words');
  await page.type('#site-words', words);
  await until(page, () => document.querySelector('#site-found a'));
}

// Scrolls to the first chart, waits until it is live, and looks whether it answers the mouse.
async function liveChart(page) {
  const before = await page.evaluate(() => { const chart = document.querySelector('.chart'); chart.scrollIntoView({ block: 'center', behavior: 'instant' }); return JSON.stringify([chart.offsetTop, chart.offsetHeight, document.body.scrollHeight]); });
  await until(page, () => document.querySelector('.chart').dataset.state === 'live');
  assert.equal(await page.evaluate(() => { const chart = document.querySelector('.chart'); return JSON.stringify([chart.offsetTop, chart.offsetHeight, document.body.scrollHeight]); }), before, 'nothing moves');
  const { x, y, width, height } = await (await page.$('.chart .live .nsewdrag')).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.move(x + width / 2 + 5, y + height / 2 + 5);
  await until(page, () => document.querySelector('.chart .live .hoverlayer').childElementCount > 0);
}

const tests = {
  async 'search finds words and leads to them'() {
    const page = await open('index.html');
    await searchFor(page, 'mode collapse');
    assert.match(await page.$eval('#site-count', count => count.textContent), /^\d+ place/);
    assert.match(await page.$eval('#site-found mark', mark => mark.textContent), /mode|collaps/i);
    await Promise.all([page.waitForNavigation(), page.click('#site-found a')]);
    assert.equal(page.url(), `${served}00-start-here.html#mode-collapse`);
    assert.match(await page.$eval('#mode-collapse', anchor => anchor.parentElement.textContent), /Mode collapse/);
    await searchFor(page, 'GradientPenalty');
    await page.$eval('#site-words', box => { box.value = ''; });
    await page.type('#site-words', 'xyzzyx');
    await until(page, () => document.getElementById('site-count').textContent === 'Nothing was found.');
    await close(page);
  },

  async 'search works with the keyboard alone'() {
    const page = await open('cookbook.html');
    await page.keyboard.press('/');
    await page.keyboard.type('latent walk');
    await until(page, () => document.querySelector('#site-found a'));
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.evaluate(() => document.activeElement === document.querySelector('#site-found a')), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.$eval('#site-found', found => found.hidden), true);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'site-words');
    await page.keyboard.press('Enter');
    await until(page, () => location.hash.length > 1);
    await close(page);
  },

  async 'dark mode follows the system until it is chosen, and is remembered'() {
    const page = await open('index.html');
    assert.equal(await paper(page), white);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await until(page, black => getComputedStyle(document.body).backgroundColor === black, black);
    await page.click('#site-theme');
    assert.equal(await paper(page), white);
    await page.reload();
    assert.equal(await paper(page), white);
    await page.click('#site-theme');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    await page.goto(served + '01-vanilla-gan.html');
    assert.equal(await paper(page), black);
    assert.equal(await page.$eval('#site-theme', button => button.getAttribute('aria-pressed')), 'true');
    await close(page);
  },

  async 'nothing is wider than a phone, and every control has a name'() {
    for (const name of names) {
      const page = await open(name, { width: 360, phone: true });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360), name);
      const nameless = await page.$$eval('button, input:not([type=checkbox]), a[href], summary, img, nav', all => all.filter(element =>
        !(element.labels?.length || element.textContent.trim() || element.getAttribute('aria-label') || element.hasAttribute('alt'))).map(element => element.outerHTML));
      assert.deepEqual(nameless, [], name);
      await close(page);
    }
  },

  async 'nothing stands in the way of a screen reader, a keyboard or weak eyes, light or dark'() {
    for (const [i, name] of names.entries()) {
      const page = await open(name, { dark: i % 2 === 1 });
      assert.deepEqual(await obstacles(page), [], name);
      await close(page);
    }
  },

  async 'a chart becomes live when it comes into view'() {
    const page = await open('04-wgan.html');
    await liveChart(page);
    await close(page);
  },

  async 'on a phone a chart becomes live on a button'() {
    const page = await open('04-wgan.html', { width: 390, phone: true });
    assert.equal(await page.$$eval('.chart', charts => charts.filter(chart => chart.dataset.state).length), 0);
    await page.$eval('.chart button', button => button.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await page.tap('.chart button');
    await until(page, () => document.querySelector('.chart').dataset.state === 'live');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 390));
    await close(page);
  },

  async 'on paper there are the text and the pictures, on white'() {
    const page = await open('04-wgan.html', { dark: true });
    await page.click('#site-theme');
    await page.click('#site-theme');
    await liveChart(page);
    await page.emulateMediaType('print');
    assert.equal(await paper(page), white);
    for (const gone of ['header', '.contents', '.neighbours', '.chart .live']) assert.equal(await page.$eval(gone, element => getComputedStyle(element).display), 'none', gone);
    assert.equal(await page.$eval('.chart svg', svg => getComputedStyle(svg).opacity), '1');
    assert.ok((await page.pdf()).length > 100_000);
    await close(page);
  },

  async 'from the disk, search and charts work as well'() {
    const page = await open('04-wgan.html', { base: disk });
    await liveChart(page);
    await searchFor(page, 'one-hot');
    await Promise.all([page.waitForNavigation(), page.click('#site-found a')]);
    assert.ok(page.url().startsWith(disk));
    await close(page);
  },

  async 'without scripts there are text, pictures, charts and ways on'() {
    const page = await open('01-vanilla-gan.html', { scripts: false });
    assert.ok(await page.$eval('.chart svg', svg => svg.getBoundingClientRect().width > 300));
    for (const hidden of ['#site-search', '#site-theme']) assert.equal(await page.$eval(hidden, element => getComputedStyle(element).display), 'none', hidden);
    await Promise.all([page.waitForNavigation(), page.click('a[rel=next]')]);
    assert.ok(page.url().endsWith('/02-dcgan.html'));
    await close(page);
  },

  async 'no page has an error, a warning or a request to elsewhere'() {
    for (const name of names) {
      const page = await open(name);
      const missing = await page.$$eval('img', all => Promise.all(all.map(async image => { image.loading = 'eager'; try { await image.decode(); return ''; } catch { return image.src; } })));
      assert.deepEqual(missing.filter(Boolean), [], name);
      await close(page);
    }
    assert.deepEqual(complaints, []);
  },
};

await runTests('tests/site', tests, async () => {
  await browser.close();
  server.close();
});
