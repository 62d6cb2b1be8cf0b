// Dark or light: as the system has it, until the reader chooses. Runs before the page is drawn.
// And the keyboard's way to code that is wider than the page, which not every browser opens itself.
'use strict';
{
  const sheet = document.getElementById('site-dark');
  const system = matchMedia('(prefers-color-scheme: dark)');
  let chosen = null;
  try { chosen = localStorage.getItem('gan-theme'); } catch { /* a browser that stores nothing forgets the choice */ }
  const isDark = () => (chosen ?? (system.matches ? 'dark' : 'light')) === 'dark';

  function show() {
    sheet.media = isDark() ? 'screen' : 'not all';
    document.documentElement.style.colorScheme = isDark() ? 'dark' : 'light';
    document.getElementById('site-theme')?.setAttribute('aria-pressed', isDark());
  }

  show();
  system.addEventListener('change', show);
  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('site-theme');
    button.hidden = false;
    button.addEventListener('click', () => {
      chosen = isDark() ? 'light' : 'dark';
      try { localStorage.setItem('gan-theme', chosen); } catch { /* see above */ }
      show();
    });
    show();
    const contents = document.querySelector('.contents');
    if (contents && matchMedia('(min-width: 1180px)').matches) contents.open = true;
    const reach = new ResizeObserver(changes => {
      for (const { target } of changes) {
        if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
        else target.removeAttribute('tabindex');
      }
    });
    for (const code of document.querySelectorAll('pre')) reach.observe(code);
  });
}

// Scripts that a page needs only sometimes; from the disk, too, where nothing can be fetched.
const load = (loading => source => loading[source] ??= new Promise((done, failed) => {
  const script = document.createElement('script');
  script.src = source;
  script.onload = done;
  script.onerror = () => failed(new Error(`${source} could not be loaded`));
  document.head.append(script);
}))({});
