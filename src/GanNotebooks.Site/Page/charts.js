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
    const margin = { ...layout.margin };
    margin.t = Math.max(0, (margin.t ?? 0) - Math.max(0, (layout.height ?? height) - height));     // notebooks leave room there for plotly's buttons
    const live = document.createElement('div');
    live.className = 'live';
    live.setAttribute('aria-hidden', 'true');
    stage.append(live);
    const fit = () => { live.style.transform = `scale(${picture.getBoundingClientRect().width / width})`; };
    new ResizeObserver(fit).observe(picture);
    await Plotly.newPlot(live, data, { ...layout, width, height, margin }, { displaylogo: false, responsive: false });
    figure.dataset.state = 'live';
  }

  const tryTo = figure => enliven(figure).catch(() => {
    figure.querySelector('.live')?.remove();
    figure.dataset.state = 'static';       // the picture is there
  });

  const figures = document.querySelectorAll('.chart');
  if (matchMedia('(hover: hover)').matches && 'IntersectionObserver' in window) {
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
