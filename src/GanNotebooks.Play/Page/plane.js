import { fetchJson, fillChoices, makeControls, tellMistake, toAddress } from './controls.js';
import { PlaneCanvas, onThemeChange } from './canvas.js';
import { LossChart } from './losses.js';

const by = id => document.getElementById(id);
const { settings, examples, cells, points } = await fetchJson('plane/settings');
const plane = new PlaneCanvas(by('plane'), cells);
const chart = new LossChart(by('losses'));
const socket = new WebSocket(new URL('plane/socket', location.href.split('#')[0]).href.replace(/^http/, 'ws'));
socket.binaryType = 'arraybuffer';

let playing = false, begun = false, painted = true, frames = 0, lastChart = 0, lastWords = 0;
let places = [];            // of the drawing, two bytes each

const send = wish => socket.readyState === WebSocket.OPEN && socket.send(wish);
const setUp = values => send(`setup ${toAddress(values)}`);
const controls = makeControls(by('controls'), settings, setUp);
const number = (id, text) => { const place = by(id); if (place.textContent !== text) place.textContent = text; };
const percent = value => `${(100 * value).toFixed(1)} %`;
const hash = () => location.hash.replace(/^#/, '');

// What the server says.

socket.onopen = () => send(`setup ${hash()}`);
socket.onmessage = ({ data }) => {
  if (typeof data !== 'string') return receive(new Float32Array(data));
  const message = JSON.parse(data);
  const first = !begun;
  if (message.kind === 'setup') showSetup(message);
  if (message.kind === 'state') showState(message.playing);
  if (message.kind === 'mistake' && first) send('setup ');        // an address that cannot be read: begin as usual
  if (message.kind !== 'setup' || !first) tellMistake(message.message);
};
socket.onclose = () => {
  tellMistake('The connection to the server has ended. Either it was stopped: start ./gan play again and open the address that it prints. Or too many tabs are open: close some and reload this one.');
  showState(false);
  by('status').textContent = 'Not connected';
  document.body.classList.add('ended');
  for (const button of document.querySelectorAll('button')) button.disabled = true;
};

function showSetup({ address, values, extent, middle, probability, begun: anew, real }) {
  begun = true;
  controls.show(values);
  by('pace').value = values.pace;
  by('example').value = examples.some(example => example.name === address) ? address : '?';
  by('drawing').hidden = values.data !== 'drawn';
  by('plane').tabIndex = values.data === 'drawn' ? 0 : -1;
  places = fromBase64(values.points);
  if (plane.probability !== probability) plane.half = undefined;
  Object.assign(plane, { extent, middle, probability, real });
  if (values.data !== 'drawn') plane.cursor = undefined;
  if (anew) {
    chart.reset();
    plane.half = undefined;
  }
  if (hash() !== address) history.replaceState(null, '', `#${address}`);
  document.title = `${settings[0].choices.find(choice => choice.name === values.data).label} · GAN playground`;
}

function showState(now) {
  playing = now;
  by('play').textContent = playing ? 'Pause' : 'Play';
  by('status').textContent = playing ? 'Training' : 'Paused';
}

function receive(numbers) {
  const [step, pace, real, fake, modes, captured, strict, quality, count] = numbers;
  let at = 9;
  for (let i = 0; i < count; i++, at += 2) chart.add(step - count + i + 1, numbers[at], numbers[at + 1]);
  const frame = { fake: numbers.subarray(at, at += 2 * points), arrows: numbers.subarray(at, at += 2 * points), scores: numbers.subarray(at) };
  plane.measure(frame.scores);
  plane.frame = frame;
  plane.numbers = { step, pace, real, fake, modes, captured, strict, quality };
  if (painted) requestAnimationFrame(paint);
  painted = false;
}

function paint(now) {
  painted = true;
  frames++;
  plane.paint();
  const { step, pace, real, fake, modes, captured, strict, quality } = plane.numbers;
  number('n-step', step.toLocaleString('en'));
  number('n-modes', modes ? `${captured} of ${modes}` : '–');
  number('n-strict', modes ? `${strict} of ${modes}` : '–');
  number('n-quality', modes ? percent(quality) : '–');
  number('n-real', step ? real.toFixed(3) : '–');
  number('n-fake', step ? fake.toFixed(3) : '–');
  number('n-pace', playing && pace ? Math.round(pace).toLocaleString('en') : '–');
  if (now - lastChart > 120 || !playing) {
    lastChart = now;
    chart.paint();
    const text = value => plane.probability ? value.toFixed(2) : value.toPrecision(2);
    number('low', `generated ${text(plane.center - plane.half)}`);
    number('high', `${text(plane.center + plane.half)} real`);
  }
  if (now - lastWords < 2000 && playing) return;
  lastWords = now;
  const lossesNow = chart.d.length ? `Discriminator ${chart.d.at(-1).toFixed(3)}, generator ${chart.g.at(-1).toFixed(3)}` : 'No steps yet';
  number('losses-text', lossesNow);
  by('plane').setAttribute('aria-label', `The plane after ${step} steps. ${modes ? `${captured} of ${modes} modes captured, ${percent(quality)} of the samples of high quality.` : ''}`);
}

setInterval(() => {
  number('n-frames', playing ? String(frames) : '–');
  frames = 0;
}, 1000);

// What the user does.

fillChoices(by('pace'), settings.find(setting => setting.name === 'pace').choices);
fillChoices(by('example'), [{ name: '?', label: 'Choose …' }, ...examples]);
by('pace').onchange = () => setUp({ ...controls.values, pace: by('pace').value });
by('example').onchange = () => by('example').value !== '?' && send(`setup ${by('example').value}`);
by('play').onclick = () => send(playing ? 'pause' : 'play');
by('step').onclick = () => send('step');
for (const player of ['discriminator', 'generator']) by(`step-${player}`).onclick = () => send(`step ${player}`);
by('reset').onclick = () => send('reset');
for (const layer of ['real', 'fake', 'arrows', 'surface']) by(`show-${layer}`).onchange = event => { plane.show[layer] = event.target.checked; plane.paint(); };
addEventListener('hashchange', () => send(`setup ${hash()}`));
addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches('input, select')) return;
  const button = { p: 'play', s: 'step', d: 'step-discriminator', g: 'step-generator', n: 'reset' }[event.key];
  if (button) by(button).click();
});
onThemeChange(() => { plane.paint(); chart.build(); });

// Drawing: a place is two bytes, in base64 as addresses write it.

const most = 600, reach = 3;
const fromBase64 = text => [...atob(text.replaceAll('-', '+').replaceAll('_', '/'))].map(letter => letter.charCodeAt(0));
const toBase64 = bytes => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const toByte = value => Math.max(0, Math.min(255, Math.round((value / reach + 1) / 2 * 255)));

function draw(x, y) {
  for (let i = 0; i < 3; i++) places.push(toByte(x + 0.16 * (Math.random() - 0.5)), toByte(y + 0.16 * (Math.random() - 0.5)));
  places = places.slice(-2 * most);
  plane.real = [...places].map(byte => (byte / 255 * 2 - 1) * reach);
  plane.paint();
  controls.change('points', toBase64(places));
}

const canvas = by('plane');
canvas.addEventListener('pointerdown', event => {
  if (by('drawing').hidden) return;
  event.preventDefault();
  canvas.setPointerCapture(event.pointerId);
  draw(...plane.point(event));
});
canvas.addEventListener('pointermove', event => canvas.hasPointerCapture(event.pointerId) && draw(...plane.point(event)));
canvas.addEventListener('keydown', event => {
  const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
  if (by('drawing').hidden || !(move || event.key === 'Enter')) return;
  event.preventDefault();
  plane.cursor ??= [0, 0];
  if (move) plane.cursor = plane.cursor.map((value, i) => Math.max(-reach, Math.min(reach, value + 0.15 * move[i])));
  else draw(...plane.cursor);
  plane.paint();
});
by('clear').onclick = () => { places = []; controls.change('points', ''); };
