import { percent } from './figures.js';

const TICK_MILLIS = 300;
const shown = new WeakMap();

/**
 * Counts every figure that changed from its old to its new value over 300 ms and pulses its light once. A figure remembers what it
 * showed, so a page that turns does not move.
 */
export function showWhatMoved(root) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const place of root.querySelectorAll('[data-figure]')) {
    const key = place.dataset.figure;
    const last = shown.get(place);
    const value = place.dataset.value;
    shown.set(place, { key, value });
    if (!calm && last && last.key === key && last.value !== value && last.value !== '' && value !== '') {
      tick(place, Number(last.value), Number(value));
      pulse(place.closest('.row, .overall, .head, .item')?.querySelector('.light'));
    }
  }
}

function tick(place, from, to) {
  const text = [...place.childNodes].find((n) => n.nodeType === Node.TEXT_NODE && n.data.trim() !== '');
  if (!text) {
    return;
  }
  const last = text.data;
  const suffix = last.endsWith('%') ? '%' : '';
  const start = performance.now();
  const step = (now) => {
    const share = Math.min(1, (now - start) / TICK_MILLIS);
    text.data = share < 1 ? percent(from + (to - from) * share) + suffix : last;
    if (share < 1) {
      requestAnimationFrame(step);
    }
  };
  requestAnimationFrame(step);
}

function pulse(icon) {
  icon?.animate([{ transform: 'scale(1)' }, { transform: 'scale(1.5)' }, { transform: 'scale(1)' }], { duration: 900 });
}
