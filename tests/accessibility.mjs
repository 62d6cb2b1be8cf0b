import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a screen reader, a keyboard or weak eyes would stumble over by WCAG 2.1 A and AA, as axe finds it: the rule, and the elements that break it. */
export async function obstacles(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => (await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }))
    .violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 5).map(node => node.html.slice(0, 160)).join(' | ')}${nodes.length > 5 ? ` and ${nodes.length - 5} more` : ''}`));
}
