import { html, nothing } from './lib/lit.js';
import { percent } from './figures.js';

/** The bar fills to 100 %; what goes beyond is told by the figure beside it, which is never clamped. The tick is 序时. */
export function bar(x) {
  const width = x.rate === null || x.rate === undefined ? 0 : Math.max(0, Math.min(1, x.rate)) * 100;
  const at = x.expected === null || x.expected === undefined ? null : Math.max(0, Math.min(1, x.expected)) * 100;
  return html`<span class="bar"><i class=${x.light} style="width:${width}%"></i>${
    at === null ? nothing : html`<s style="left:${at}%"></s>`
  }</span>`;
}

/** A rate that ticks when it changes; `key` is its name on the page. */
export function figure(key, rate, absent = '—', sign = true) {
  const p = percent(rate);
  return html`<span class="rate ${p === null ? 'absent' : ''}" data-figure=${key} data-value=${rate ?? ''}>${
    p === null ? absent : p + (sign ? '%' : '')
  }</span>`;
}

/** The head of a page: its name, one line that says what it answers, and where in it we are. */
export function title(name, note, step, steps) {
  return html`<div class="title"><strong>${name}</strong><span>${note}</span>${
    steps > 1 ? html`<span class="pages">${step + 1} / ${steps}</span>` : nothing
  }</div>`;
}

/** The order of the wall: who is furthest behind stands first, who has no rate last. */
export function behind(one, other) {
  return (one.deviation ?? 9) - (other.deviation ?? 9);
}

/** The part of a list that stands on this step. */
export function part(list, size, step) {
  return list.slice(step * size, (step + 1) * size);
}

export function stepsOf(list, size) {
  return Math.max(1, Math.ceil(list.length / size));
}
