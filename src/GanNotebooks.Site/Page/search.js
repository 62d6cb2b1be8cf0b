// Searches the index that ./gan site made. It is loaded when the reader first goes to the box.
'use strict';
{
  const MOST = 12, AROUND = 70;
  const form = document.getElementById('site-search');
  const box = document.getElementById('site-words');
  const found = document.getElementById('site-found');
  const count = document.getElementById('site-count');
  const list = found.querySelector('ol');
  let index;

  async function open() {
    await Promise.all([load('MiniSearch/minisearch.js'), load('search-index.js')]);
    return MiniSearch.loadJS(searchIndex, searchSettings);
  }

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  // The text around the first word that was found, with all of them marked.
  function passage(text, terms) {
    const words = new RegExp(terms.map(term => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi');
    const at = Math.max(0, text.search(words));
    const start = at > AROUND ? text.indexOf(' ', at - AROUND) + 1 : 0;
    const part = text.slice(start, at + 2 * AROUND);
    const pieces = [start > 0 ? '… ' : ''];
    let end = 0;
    for (const match of part.matchAll(words)) {
      pieces.push(part.slice(end, match.index), element('mark', '', match[0]));
      end = match.index + match[0].length;
    }
    return element('span', 'passage', ...pieces, part.slice(end), ' …');
  }

  async function search() {
    index ??= open();
    const words = box.value.trim();
    const search = await index;
    if (words !== box.value.trim()) return;         // more was typed meanwhile
    const results = words ? search.search(words, { prefix: true, fuzzy: 0.15, combineWith: 'AND', boost: { heading: 3, page: 2 } }) : [];
    found.hidden = !words;
    count.textContent = results.length === 0 ? 'Nothing was found.' : results.length === 1 ? '1 place' : `${results.length} places${results.length > MOST ? `, the best ${MOST}` : ''}`;
    list.replaceChildren(...results.slice(0, MOST).map(result => {
      const link = element('a', '', element('strong', '', result.heading), result.page === result.heading ? '' : element('span', 'page', result.page), passage(result.text, result.terms));
      link.href = result.id;
      return element('li', '', link);
    }));
  }

  const complain = error => { found.hidden = false; count.textContent = error.message; };
  const close = () => { found.hidden = true; };
  const move = step => {
    const stops = [box, ...list.querySelectorAll('a')];
    stops[Math.min(stops.length - 1, Math.max(0, stops.indexOf(document.activeElement) + step))].focus();
  };

  form.hidden = false;
  box.addEventListener('focus', () => { index ??= open(); index.catch(complain); if (box.value.trim()) found.hidden = false; });
  box.addEventListener('input', () => search().catch(complain));
  form.addEventListener('submit', event => { event.preventDefault(); list.querySelector('a')?.click(); });
  form.addEventListener('focusout', event => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape') { box.focus(); close(); }
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); move(event.key === 'ArrowDown' ? 1 : -1); }
  });
  list.addEventListener('click', event => { if (event.target.closest('a')) close(); });
  document.addEventListener('click', event => { if (!form.contains(event.target)) close(); });
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    box.focus();
  });
}
