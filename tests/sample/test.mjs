// The sample application's page: the image that the server makes with ONNX Runtime, and the one that the browser makes from the same file with onnxruntime-web.
import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { runTests } from './run-tests.mjs';
import { serve } from './serving.mjs';

const [browserPath, program, model] = process.argv.slice(2);
const { server, address } = await serve(program, '--model', model, '--urls', 'http://127.0.0.1:0');
const browser = await puppeteer.launch({ executablePath: browserPath, headless: true, args: ['--no-sandbox'] });

/** Fills the form, and returns the values 0 to 255 of both images once the browser's is drawn. */
async function images(page, seed, label) {
  await page.waitForFunction(() => document.getElementById('status').textContent.includes(' ms '), { timeout: 20_000 });
  await page.evaluate((seed, label) => {
    document.getElementById('status').textContent = '';
    document.getElementById('seed').value = seed;
    document.getElementById('label').value = label;
    document.forms[0].dispatchEvent(new Event('input', { bubbles: true }));
  }, seed, label);
  await page.waitForFunction(() => document.getElementById('status').textContent.includes(' ms ') && document.getElementById('server').complete, { timeout: 20_000 });
  return page.evaluate(() => ['server', 'browser'].map(id => {
    const image = document.getElementById(id);
    const [width, height] = [image.naturalWidth ?? image.width, image.naturalHeight ?? image.height];
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, width, height).data];
  }));
}

const tests = {
  async 'the browser makes the same image as the server'() {
    const page = await browser.newPage();
    const complaints = [];
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(address, { waitUntil: 'networkidle0' });
    const seen = [];
    for (const [seed, label] of [[2, 3], [2, 7], [4294967295, 0]]) {
      const [server, inBrowser] = await images(page, seed, label);
      assert.equal(inBrowser.length, server.length);
      assert.ok(server.every((value, i) => Math.abs(value - inBrowser[i]) <= 1), `seed ${seed}, label ${label}: the images differ by more than rounding`);
      assert.ok(Math.max(...server) - Math.min(...server.filter((_, i) => i % 4 < 3)) > 200, 'an image without ink');
      seen.push(server.join());
    }
    assert.equal(new Set(seen).size, 3);
    assert.deepEqual(complaints, []);
    await page.close();
  },
};

await runTests('tests/sample', tests, async () => { await browser.close(); server.kill(); });
