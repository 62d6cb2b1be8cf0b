import { element, fetchJson, makeControls, tellMistake, toAddress } from './controls.js';

const by = id => document.getElementById(id);
const hash = () => location.hash.replace(/^#/, '');
const gap = 2;              // between the pictures of a grid, and around it
const columns = 10;

const read = async address => {
  try {
    const answer = await fetchJson(`pictures/settings?${address}`);
    tellMistake();
    return answer;
  } catch (error) {
    tellMistake(error.message);
    return fetchJson('pictures/settings');
  }
};

const { settings, values, model, size } = await read(hash());
const controls = makeControls(by('controls'), settings, changed, 40);
const classes = settings.find(setting => setting.name === 'class')?.choices.slice(1);
const usual = Object.fromEntries(settings.map(setting => [setting.name, setting.usual]));
let shown;                  // the values of the pictures on the page
let last = 'to';            // which end of the walk was chosen last
let asked = 0;

by('model').textContent = model;
addEventListener('hashchange', async () => {
  const answer = await read(hash());
  controls.show(answer.values);
  changed(answer.values);
});

function changed(now) {
  const own = Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== usual[name]));
  if (hash() !== toAddress(own)) history.replaceState(null, '', `#${toAddress(own)}`);
  shown = now;
  paint(own);
}

async function paint(own) {
  const mine = ++asked;
  const address = (extra = {}) => toAddress({ ...own, ...extra });
  by('save-grid').href = `pictures/grid.png?${address()}`;
  try {
    const file = await fetch(`pictures/grid.png?${address({ scale: 1, columns })}`);
    if (!file.ok) throw new Error((await file.json()).error);
    const picture = await createImageBitmap(await file.blob());
    if (mine !== asked) return;
    tellMistake();
    by('status').textContent = `${shown.count} pictures`;
    paintGrid(picture);
    paintWalk(address);
  } catch (error) {
    if (mine !== asked) return;
    tellMistake(error instanceof TypeError ? 'The server does not answer. If it was stopped, start ./gan play again and open the address that it prints.' : error.message);
    by('status').textContent = 'Not connected';
  }
}

const className = index => classes && (shown.class === 'all' ? classes[index % classes.length].label : shown.class);

function paintGrid(picture) {
  const grid = by('grid');
  const count = Number(shown.count);
  while (grid.children.length > count) grid.lastChild.remove();
  while (grid.children.length < count) {
    const index = grid.children.length;
    grid.append(element('button', { type: 'button', onclick: () => choose(index) }, element('canvas', { width: size, height: size })));
  }
  [...grid.children].forEach((button, index) => {
    const [x, y] = [index % columns, Math.floor(index / columns)].map(at => gap + at * (size + gap));
    button.firstChild.getContext('2d').drawImage(picture, x, y, size, size, 0, 0, size, size);
    const end = Number(shown.from) === index ? 'start' : Number(shown.to) === index ? 'end' : '';
    button.dataset.end = end;
    button.setAttribute('aria-pressed', String(end !== ''));
    button.setAttribute('aria-label', `Picture ${index + 1}${classes ? `, class ${className(index)}` : ''}${end ? `, ${end} of the walk` : ''}`);
  });
}

function choose(index) {
  last = last === 'to' ? 'from' : 'to';
  controls.change(last, String(index));
}

function paintWalk(address) {
  const [from, to] = [Number(shown.from), Number(shown.to)];
  by('walk-text').textContent = `From picture ${from + 1}${classes ? ` (class ${className(from)})` : ''} to picture ${to + 1}${classes ? ` (class ${className(to)})` : ''}.`;
  for (const kind of ['gif', 'png']) {
    const path = `pictures/walk.${kind}?${address()}`;
    if (by(`walk-${kind}`).getAttribute('src') !== path) by(`walk-${kind}`).src = path;
    by(`save-walk-${kind}`).href = path;
  }
}

by('other').onclick = () => controls.change('seed', String(Math.floor(Math.random() * 1_000_000)));
by('straighten').onclick = () => {
  for (const { name } of settings) if (name.startsWith('direction')) controls.change(name, '0');
};

controls.show(values);
changed(values);
