// Makes charts live with plotly.js: where there is a mouse, when they come into view; elsewhere, where dragging is for scrolling, on a button.
// A live chart lies on its picture and is as large as it, so nothing moves. The picture stays for print and for screen readers.
'use strict';
const charts = {};      // filled by charts/*.js

{
  async function enliven(figure) {
    if (figure.dataset.state) return;
    figure.dataset.state = 'loading';
    const name = figure.dataset.chart;
    await Promise.all([load('plotly.min.js'), load(`charts/${name}.js`)]);
    const stage = figure.firstElementChild;
    const picture = stage.querySelector('svg');
    const { width, height } = picture.viewBox.baseVal;
    const { data, layout } = structuredClone(charts[name]);
    const room = Math.max(0, (layout.height ?? height) - height);       // for plotly's buttons, which lie over the chart here
    const less = part => ({ ...part, t: Math.max(0, (part?.t ?? 0) - room) });
    Object.assign(layout, { width, height, margin: less(layout.margin) });
    if (layout.title?.pad) layout.title.pad = less(layout.title.pad);
    for (const note of layout.annotations ?? []) if (note.font?.weight >= 600) note.text = `<b>${note.text}</b>`;      // this plotly.js knows no weights
    const live = document.createElement('div');
    live.className = 'live';
    live.setAttribute('aria-hidden', 'true');
    stage.append(live);
    const fit = () => { live.style.transform = `scale(${picture.getBoundingClientRect().width / width})`; };
    new ResizeObserver(fit).observe(picture);
    await Plotly.newPlot(live, data, layout, { displaylogo: false, responsive: false, modeBarButtonsToRemove: ['select2d', 'lasso2d'] });
    figure.dataset.state = 'live';
  }

  const tryTo = figure => enliven(figure).catch(() => {
    figure.querySelector('.live')?.remove();
    figure.dataset.state = 'static';       // the picture is there
  });

  const figures = document.querySelectorAll('.chart');
  if (!matchMedia('(pointer: coarse)').matches) {
    const seen = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        tryTo(target);
      }
    });
    for (const figure of figures) seen.observe(figure);
  } else {
    for (const figure of figures) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Explore this chart';
      button.addEventListener('click', () => { button.remove(); tryTo(figure); });
      figure.append(button);
    }
  }
}
