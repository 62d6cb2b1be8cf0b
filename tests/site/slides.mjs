// The slides of gan workshop: nothing is cut off or lies over something else, with and without scripts; keys lead from one to the next; one is a page on paper.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [browserPath, folder, pictures] = process.argv.slice(2);
const names = (await readdir(folder)).filter(name => name.endsWith('.html'));
const browser = await puppeteer.launch({ executablePath: browserPath, headless: true, args: ['--no-sandbox'] });
const complaints = [];
let count = 0;

for (const name of names) {
  const page = await browser.newPage();
  page.on('pageerror', error => complaints.push(`${name}: ${error.message}`));
  page.on('console', message => ['error', 'warn'].includes(message.type()) && complaints.push(`${name}: ${message.text()}`));
  page.on('request', request => { if (!/^(data|blob|file):/.test(request.url())) complaints.push(`${name} asks for ${request.url()}`); });
  const url = pathToFileURL(`${folder}/${name}`).href;
  for (const [width, height, scripts, dark] of [[1280, 720, false, false], [1920, 1080, true, true], [1024, 768, true, false]]) {
    await page.setJavaScriptEnabled(scripts);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    await page.setViewport({ width, height });
    await page.goto(url);
    complaints.push(...(await page.evaluate(() => [...document.querySelectorAll('.slide')].flatMap((slide, i) => {
      const whole = slide.getBoundingClientRect();
      const picture = slide.querySelector('.picture')?.getBoundingClientRect();
      const found = [];
      if (Math.abs(whole.height - innerHeight) > 1) found.push(`is ${whole.height} high`);
      if (slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1) found.push(`scrolls: ${slide.scrollWidth}×${slide.scrollHeight}`);
      for (const part of slide.querySelectorAll('.words *, .picture, .picture > *')) {
        const box = part.getBoundingClientRect();
        if (box.width === 0 || part.closest('svg svg') || part.closest('annotation')) continue;
        if (box.top < whole.top || box.bottom > whole.bottom || box.left < whole.left || box.right > whole.right + 1) { found.push(`<${part.localName}> ${part.textContent.slice(0, 30)} is cut off: ${Math.round(box.left)} to ${Math.round(box.right)}, ${Math.round(box.top - whole.top)} to ${Math.round(box.bottom - whole.top)}`); break; }
        if (picture && part.closest('.words') && box.right > picture.left + 1) { found.push(`<${part.localName}> ${part.textContent.slice(0, 30)} lies over the picture`); break; }
      }
      return found.map(text => `slide ${i + 1} ${text}`);
    }))).map(text => `${name} at ${width}×${height}: ${text}`));
  }
  const slides = await page.$$eval('.slide', all => all.length);
  count += slides;
  const at = () => page.evaluate(() => Math.round(scrollY / innerHeight));
  for (const [key, place] of [['ArrowRight', 1], ['Space', 2], ['PageUp', 1], ['PageDown', 2], ['ArrowLeft', 1], ['ArrowUp', 0], ['End', slides - 1], ['Space', slides - 1], ['Home', 0]]) {
    await page.keyboard.press(key);
    assert.equal(await at(), place, `${name}: ${key}`);
  }
  const paper = Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  assert.equal(paper.match(/\/Type\s*\/Page\b/g).length, slides, `${name} on paper`);
  if (pictures) {
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(url);
    for (let i = 0; i < slides; i++) {
      await page.screenshot({ path: `${pictures}/${name.slice(0, 2)}-${String(i + 1).padStart(2, '0')}.png` });
      await page.keyboard.press('ArrowRight');
    }
  }
  await page.close();
}
await browser.close();
console.log(complaints.join('\n'));
console.log(`tests/site: ${count} slides, ${complaints.length} complaints`);
process.exit(complaints.length ? 1 : 0);
