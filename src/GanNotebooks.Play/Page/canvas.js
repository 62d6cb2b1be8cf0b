// Draws frames of the plane.

const dark = matchMedia('(prefers-color-scheme: dark)');

// Orange is generated, blue is real: the points and the surface. The two differ for the colour-blind, too, and so do their shapes.
const themes = {
  light: { low: [253, 184, 99], middle: [250, 250, 250], high: [128, 190, 235], real: '#08519c', fake: '#b84a00', edge: '#ffffff', line: '#00000022', ink: '#333a', arrow: '#222222aa', mark: '#000' },
  dark: { low: [122, 66, 12], middle: [24, 27, 32], high: [18, 82, 130], real: '#8cc8ff', fake: '#ffb366', edge: '#0b0d10', line: '#ffffff20', ink: '#cccc', arrow: '#eeeeee99', mark: '#fff' },
};
export const theme = () => dark.matches ? themes.dark : themes.light;
export const onThemeChange = listener => dark.addEventListener('change', listener);

export class PlaneCanvas {
  constructor(canvas, cells) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d', { alpha: false });
    this.small = new OffscreenCanvas(cells, cells);
    this.cells = cells;
    this.pixels = new ImageData(cells, cells);
    this.extent = 3;
    this.real = [];
    this.middle = 0;
    this.show = { real: true, fake: true, arrows: true, surface: true };
    new ResizeObserver(() => this.fit()).observe(canvas);
    this.fit();
  }

  fit() {
    const side = Math.max(200, Math.round(this.canvas.clientWidth * Math.min(2, devicePixelRatio)));
    if (this.canvas.width === side) return;
    this.canvas.width = this.canvas.height = side;
    this.paint();
  }

  /** From the plane to the canvas's pixels. */
  place(x, y) {
    const side = this.canvas.width;
    return [(x / this.extent + 1) / 2 * side, (1 - y / this.extent) / 2 * side];
  }

  /** From the pointer to the plane. */
  point(event) {
    const box = this.canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width * 2 - 1) * this.extent, (1 - (event.clientY - box.top) / box.height * 2) * this.extent];
  }

  /** Half of the range that has colours: most of the plane's scores; it follows slowly, so that colours do not flicker. Where a score is a logit, what is shown is D(x). */
  measure(scores) {
    if (this.probability) for (let i = 0; i < scores.length; i++) scores[i] = 1 / (1 + Math.exp(-scores[i]));
    const sorted = Float32Array.from(scores).sort();
    this.center = this.middle ?? sorted[sorted.length >> 1];
    const far = Math.max(1e-6, Math.abs(sorted[Math.floor(sorted.length * 0.05)] - this.center), Math.abs(sorted[Math.floor(sorted.length * 0.95)] - this.center));
    this.half = this.half && far < 4 * this.half && far > this.half / 4 ? this.half + 0.1 * (far - this.half) : far;
  }

  paint(frame = this.frame) {
    this.frame = frame;
    const { context, canvas } = this;
    const colors = theme();
    context.fillStyle = `rgb(${colors.middle})`;
    context.fillRect(0, 0, canvas.width, canvas.height);
    if (frame && this.show.surface) this.paintSurface(frame.scores, colors);
    this.paintAxes(colors);
    if (this.show.real) this.paintPoints(this.real, this.real.length, colors.real, colors.edge, true);
    if (frame && this.show.arrows) this.paintArrows(frame, colors);
    if (frame && this.show.fake) this.paintPoints(frame.fake, frame.fake.length, colors.fake, colors.edge, false);
    if (this.cursor) this.paintCursor(colors);
  }

  paintSurface(scores, { low, middle, high }) {
    const { pixels: { data }, cells } = this;
    for (let i = 0; i < scores.length; i++) {
      const t = Math.max(-1, Math.min(1, (scores[i] - this.center) / this.half));
      const to = t < 0 ? low : high;
      const at = ((cells - 1 - Math.floor(i / cells)) * cells + i % cells) * 4;      // the first row is at the bottom
      for (let c = 0; c < 3; c++) data[at + c] = middle[c] + (to[c] - middle[c]) * Math.abs(t);
      data[at + 3] = 255;
    }
    this.small.getContext('2d').putImageData(this.pixels, 0, 0);
    this.context.imageSmoothingQuality = 'high';
    this.context.drawImage(this.small, 0, 0, this.canvas.width, this.canvas.height);
  }

  paintAxes({ line, ink }) {
    const { context, canvas, extent } = this;
    context.strokeStyle = line;
    context.fillStyle = ink;
    context.lineWidth = canvas.width / 700;
    context.font = `${Math.round(canvas.width / 54)}px system-ui, sans-serif`;
    for (let at = -Math.floor(extent); at <= extent; at++) {
      const [x, y] = this.place(at, at);
      context.beginPath();
      context.moveTo(x, 0);
      context.lineTo(x, canvas.height);
      context.moveTo(0, y);
      context.lineTo(canvas.width, y);
      context.stroke();
      context.fillText(at, x + 3, canvas.height - 5);
      if (at !== -Math.floor(extent)) context.fillText(at, 4, y - 4);
    }
  }

  /** Circles are real, triangles generated. */
  paintPoints(points, length, color, edge, round) {
    const { context } = this;
    const size = this.canvas.width / (round ? 190 : 150);
    context.beginPath();
    for (let i = 0; i < length; i += 2) {
      const [x, y] = this.place(points[i], points[i + 1]);
      if (round) {
        context.moveTo(x + size, y);
        context.arc(x, y, size, 0, 7);
      } else {
        context.moveTo(x, y - size);
        context.lineTo(x + size, y + size * 0.8);
        context.lineTo(x - size, y + size * 0.8);
        context.closePath();
      }
    }
    context.strokeStyle = edge;
    context.lineWidth = this.canvas.width / 400;
    context.stroke();
    context.fillStyle = color;
    context.fill();
  }

  /** An arrow's length is g/(1 + g) of the longest: strong gradients stay on the plane, and those that vanish are seen to. */
  paintArrows({ fake, arrows }, { arrow }) {
    const { context } = this;
    const longest = this.canvas.width / 9;
    context.strokeStyle = arrow;
    context.lineWidth = this.canvas.width / 600;
    context.beginPath();
    for (let i = 0; i < fake.length / 2; i += 2) {
      const strength = Math.hypot(arrows[i], arrows[i + 1]);
      const length = longest * strength / (1 + strength);
      if (!(length > 1)) continue;
      const [x, y] = this.place(fake[i], fake[i + 1]);
      const [dx, dy] = [arrows[i] / strength, -arrows[i + 1] / strength];
      const [tx, ty] = [x + dx * length, y + dy * length];
      const head = Math.min(length / 2, longest / 12);
      context.moveTo(x, y);
      context.lineTo(tx, ty);
      context.moveTo(tx - head * (dx + dy * 0.6), ty - head * (dy - dx * 0.6));
      context.lineTo(tx, ty);
      context.lineTo(tx - head * (dx - dy * 0.6), ty - head * (dy + dx * 0.6));
    }
    context.stroke();
  }

  paintCursor({ mark }) {
    const { context } = this;
    const [x, y] = this.place(...this.cursor);
    const arm = this.canvas.width / 40;
    context.strokeStyle = mark;
    context.lineWidth = 2;
    context.strokeRect(x - arm / 2, y - arm / 2, arm, arm);
    context.beginPath();
    context.moveTo(x - arm, y);
    context.lineTo(x + arm, y);
    context.moveTo(x, y - arm);
    context.lineTo(x, y + arm);
    context.stroke();
  }
}
