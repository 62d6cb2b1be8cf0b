
// Arrows, space, Page Up and Down, Home and End go from slide to slide. Without this script one scrolls.
'use strict';
{
  const slides = [...document.querySelectorAll('.slide')];
  const now = () => Math.round(scrollY / innerHeight);
  const ways = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity,
  };
  document.addEventListener('keydown', event => {
    const way = event.key === ' ' ? (event.shiftKey ? -1 : 1) : ways[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    slides[Math.min(slides.length - 1, Math.max(0, now() + way))].scrollIntoView({ behavior: 'instant' });
  });
}
