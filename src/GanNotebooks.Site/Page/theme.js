// Dark or light: as the system has it, until the reader chooses. Runs before the page is drawn.
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
