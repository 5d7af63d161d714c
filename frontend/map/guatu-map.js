// 一张图: streets as areas, projects as lights on them. Everything is drawn here from one picture (SVG, no tiles, no outside request).
// Colour is never alone: each street carries the shape of its light, its rate and, for the screen reader, the word.
import { SHAPES } from '../desk/light-shapes.js';
import { place } from '../wall/map-places.js';

const COLOURS = {
  green: '--guatu-light-on-track',
  yellow: '--guatu-light-watch',
  orange: '--guatu-light-supervised',
  red: '--guatu-light-red',
  grey: '--guatu-light-unreported',
  blue: '--guatu-light-done',
};

/** Worst first; those before the break are drawn large. */
const ORDER = ['octagon', 'diamond', 'triangle', 'dashed-ring', 'clock', 'ring', 'check-circle', 'blue-check'];
const LOUD = new Set(ORDER.slice(0, 4));

const STYLE = `
:host { display: block; position: relative; min-height: 0; color: var(--guatu-text); font-variant-numeric: tabular-nums }
:host([hidden]) { display: none }
svg { width: 100%; height: 100%; display: block }
.area { stroke: var(--guatu-surface); stroke-width: 2.5; cursor: pointer; transition: fill 300ms }
.area:hover, .area:focus-visible { stroke: var(--guatu-accent); stroke-width: 4; outline: none }
.words { pointer-events: none; text-anchor: middle; fill: var(--guatu-text); paint-order: stroke; stroke: var(--guatu-surface); stroke-linejoin: round }
.words .name { font-weight: 600 }
.spot { cursor: pointer }
.spot:focus-visible, .spot:hover { outline: none }
.spot:focus-visible .halo, .spot:hover .halo { stroke: var(--guatu-accent); stroke-width: 2px; vector-effect: non-scaling-stroke }
.calm { opacity: .75 }
.halo { fill: var(--guatu-surface); stroke: var(--guatu-line) }
.plot { fill: currentColor; fill-opacity: .25; stroke: currentColor }
.mark { fill: none; stroke: var(--guatu-surface); stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round }
.dot { fill: var(--guatu-surface) }
.legend { position: absolute; inset: auto auto 0 0; display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 12px; color: var(--guatu-text-secondary); pointer-events: none }
.legend span { display: inline-flex; align-items: center; gap: 4px }
.legend svg { width: 14px; height: 14px }
.tip { position: absolute; z-index: 1; max-width: 320px; padding: 6px 10px; border-radius: 6px; background: var(--guatu-text); color: var(--guatu-surface); font-size: 14px; line-height: 1.5; pointer-events: none }
.tip[hidden] { display: none }
@media (prefers-reduced-motion: reduce) { .area { transition: none } }
`;

const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

class GuatuMap extends HTMLElement {
  #data = null;
  #size = '';
  #resized = new ResizeObserver(() => this.#data && this.#draw());

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.shadowRoot.innerHTML = `<style>${STYLE}</style><svg role="group"></svg><div class="legend" aria-hidden="true"></div><div class="tip" role="tooltip" hidden></div>`;
    const svg = this.#svg;
    svg.addEventListener('click', (event) => this.#choose(event.target.closest('[data-kind]')));
    svg.addEventListener('keydown', (event) => this.#key(event));
    svg.addEventListener('pointermove', (event) => this.#tip(event.target.closest('[data-title]'), event));
    svg.addEventListener('pointerleave', () => this.#tip(null));
  }

  connectedCallback() {
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.#resized.disconnect();
  }

  /** The picture: {title, width, height, colour: 'light'|'rate', areas:[{name,path,x,y,rate,text,shape,word,title}], spots:[{id,name,path,x,y,shape,word,title}]}. */
  set data(data) {
    this.#data = typeof data === 'string' ? JSON.parse(data) : data;
    this.#size = '';
    this.#draw();
  }

  get data() {
    return this.#data;
  }

  get #svg() {
    return this.shadowRoot.querySelector('svg');
  }

  #choose(element) {
    if (element) {
      this.dispatchEvent(new CustomEvent('map-open', { detail: { kind: element.dataset.kind, id: element.dataset.id } }));
    }
  }

  /** The map is one stop of the tab key; arrows go through streets and projects, Enter opens. */
  #key(event) {
    const all = [...this.#svg.querySelectorAll('[data-kind]')];
    const at = all.indexOf(event.target.closest('[data-kind]'));
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#choose(all[at]);
    } else if (to !== undefined && all[to]) {
      event.preventDefault();
      all[at]?.setAttribute('tabindex', '-1');
      all[to].setAttribute('tabindex', '0');
      all[to].focus();
    }
  }

  #tip(element, event) {
    const tip = this.shadowRoot.querySelector('.tip');
    tip.hidden = !element;
    if (element) {
      tip.textContent = element.dataset.title;
      const box = this.getBoundingClientRect();
      tip.style.left = `${Math.max(0, Math.min(event.clientX - box.left + 14, box.width - 330))}px`;
      tip.style.top = `${event.clientY - box.top + 16}px`;
    }
  }

  #fill(area, colour) {
    if (colour === 'rate') {
      if (area.rate === null || area.rate === undefined) {
        return 'fill="url(#none)"';
      }
      const part = Math.round(Math.min(1, Math.max(0, area.rate)) * 5) * 14 + 12;
      return `style="fill: color-mix(in srgb, var(--guatu-accent) ${part}%, var(--guatu-surface))"`;
    }
    return `style="fill: color-mix(in srgb, var(${colourOf(area.shape)}) 38%, var(--guatu-surface))"`;
  }

  /** Words and lights keep their size on the screen, however large the map is drawn. */
  #draw() {
    const { width, height, areas, spots, colour, title } = this.#data;
    const box = this.getBoundingClientRect();
    const size = `${Math.round(box.width)} ${Math.round(box.height)}`;
    if (size === this.#size || !box.width || !box.height) {
      return;
    }
    this.#size = size;
    const px = 1 / Math.min(box.width / width, box.height / Math.max(1, height));
    const small = box.width < 600;
    const [letters, sign] = small ? [12, 10] : [17, 16];
    const svg = this.#svg;
    svg.setAttribute('viewBox', `0 0 ${width} ${Math.max(1, height)}`);
    svg.setAttribute('aria-label', title);
    const parts = [
      '<defs><pattern id="none" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="10" height="10" style="fill: var(--guatu-ground)"/><path d="M0 0V10" style="stroke: var(--guatu-line); stroke-width: 3"/></pattern></defs>',
    ];
    const named = (kind, id, words, first) =>
      `tabindex="${first ? 0 : -1}" role="button" data-kind="${kind}" data-id="${escaped(id)}" data-title="${escaped(words)}" aria-label="${escaped(words)}"`;
    areas.forEach((area, i) =>
      parts.push(`<path class="area" d="${area.path}" ${this.#fill(area, colour)} ${named('street', area.name, area.title, i === 0)}/>`));
    const seen = spots.map((spot) => ({ ...spot, loud: LOUD.has(spot.shape) }));
    for (const spot of seen) {
      const wide = (spot.loud ? sign : sign * 0.75) * px;
      parts.push(
        `<g class="spot ${spot.loud ? '' : 'calm'}" style="color: var(${colourOf(spot.shape)})" ${named('project', spot.id, spot.title)}>` +
          (spot.path ? `<path class="plot" d="${spot.path}" stroke-width="${1.5 * px}"/>` : '') +
          `<circle class="halo" cx="${spot.x}" cy="${spot.y}" r="${wide * 0.68}" stroke-width="${px}"/>${light(spot.shape, spot.x, spot.y, wide)}</g>`,
      );
    }
    for (const area of areas) {
      const wide = Math.max(area.name.length * letters, area.text.length * letters * 0.6 + letters * 1.5);
      const { x, y } = place(area, seen, (wide + 8) * px, letters * 2.6 * px);
      const text = `font-size="${letters * px}" stroke-width="${4 * px}"`;
      parts.push(
        `<g class="words"><text class="name" x="${x}" y="${y - letters * 0.25 * px}" ${text}>${escaped(area.name)}</text>` +
          `<text x="${x + letters * 0.7 * px}" y="${y + letters * 1.1 * px}" ${text}>${escaped(area.text)}</text>` +
          `<g style="color: var(${colourOf(area.shape)})" stroke="none">${light(area.shape, x - (area.text.length * letters * 0.3 + letters * 0.1) * px, y + letters * 0.75 * px, letters * 1.05 * px)}</g></g>`,
      );
    }
    svg.innerHTML = parts.join('');
    this.#explain([...areas, ...spots]);
  }

  #explain(all) {
    const words = new Map(all.map((each) => [each.shape, each.word]));
    this.shadowRoot.querySelector('.legend').innerHTML = ORDER.filter((shape) => words.has(shape))
      .map((shape) => `<span><svg viewBox="0 0 16 16" style="color: var(${colourOf(shape)})">${SHAPES[shape][1]}</svg>${escaped(words.get(shape))}</span>`)
      .join('');
  }
}

function colourOf(shape) {
  return COLOURS[(SHAPES[shape] ?? SHAPES['dashed-ring'])[0]];
}

/** A light of a width around a middle. */
function light(shape, x, y, wide) {
  return `<svg x="${x - wide / 2}" y="${y - wide / 2}" width="${wide}" height="${wide}" viewBox="0 0 16 16">${(SHAPES[shape] ?? SHAPES['dashed-ring'])[1]}</svg>`;
}

customElements.get('guatu-map') ?? customElements.define('guatu-map', GuatuMap);
