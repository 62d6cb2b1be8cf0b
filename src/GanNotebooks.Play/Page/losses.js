// The two losses over the steps. Old steps are averaged two by two when there are many: the chart stays quick however long the training.

const most = 1600;

export class LossChart {
  constructor(place) {
    this.place = place;
    this.reset();
    new ResizeObserver(() => this.plot.setSize(this.size())).observe(place);
  }

  reset() {
    Object.assign(this, { steps: [], d: [], g: [], each: 1, count: 0, sumD: 0, sumG: 0 });
    this.build();
  }

  size() {
    return { width: Math.max(200, this.place.clientWidth), height: 230 };
  }

  /** Built again when the colours change. */
  build() {
    this.plot?.destroy();
    const style = getComputedStyle(document.documentElement);
    const color = name => style.getPropertyValue(name).trim();
    const axis = { stroke: color('--ink'), grid: { stroke: color('--line'), width: 1 }, ticks: { stroke: color('--line'), width: 1 }, font: '12px system-ui, sans-serif' };
    this.plot = new uPlot({
      ...this.size(),
      scales: { x: { time: false } },
      axes: [{ ...axis, size: 34 }, { ...axis, size: 52 }],
      series: [
        { label: 'Step' },
        { label: 'Discriminator', stroke: color('--discriminator'), width: 1.5, dash: [6, 3], points: { show: false }, value: (_, v) => v?.toFixed(3) ?? '–' },
        { label: 'Generator', stroke: color('--fake'), width: 1.5, points: { show: false }, value: (_, v) => v?.toFixed(3) ?? '–' },
      ],
    }, [this.steps, this.d, this.g], this.place);
  }

  add(step, d, g) {
    this.sumD += d;
    this.sumG += g;
    if (++this.count < this.each) return;
    this.steps.push(step);
    this.d.push(this.sumD / this.each);
    this.g.push(this.sumG / this.each);
    this.count = this.sumD = this.sumG = 0;
    if (this.steps.length < most) return;
    const halve = values => values.flatMap((value, i) => i % 2 ? [(values[i - 1] + value) / 2] : []);
    this.d = halve(this.d);
    this.g = halve(this.g);
    this.steps = this.steps.filter((_, i) => i % 2);
    this.each *= 2;
  }

  paint() {
    this.plot.setData([this.steps, this.d, this.g]);
  }
}
