// 一张图: streets as areas, projects as lights on them. Everything is drawn here from one picture (SVG, no tiles, no outside request).
// Colour is never alone: each street carries the shape of its light, its rate and, for the screen reader, the word.
const COLOURS = {
  'check-circle': '--guatu-light-on-track',
  triangle: '--guatu-light-watch',
  diamond: '--guatu-light-supervised',
  octagon: '--guatu-light-red',
  'dashed-ring': '--guatu-light-unreported',
  ring: '--guatu-light-not-due',
  'blue-check': '--guatu-light-done',
  clock: '--guatu-light-done',
};

const SHAPES = {
  'check-circle': '<circle r="7"/><path class="mark" d="M-3.4.3l2.3 2.3 4.5-4.8"/>',
  triangle: '<path d="M0-7.2 7.6 6.4H-7.6z"/>',
  diamond: '<path d="M0-7.6 7.6 0 0 7.6-7.6 0z"/>',
  octagon: '<path d="M-2.9-7h5.8L7-2.9v5.8L2.9 7h-5.8L-7 2.9v-5.8z"/>',
  'dashed-ring': '<circle class="ring" r="6" stroke-dasharray="2.7 2.2"/>',
  ring: '<circle class="ring" r="6"/>',
  'blue-check': '<path class="line" d="M-6 .6l4 4L6.2-4"/>',
  clock: '<circle class="ring" r="6.2"/><path class="line" d="M0-3.4V0l2.4 1.6"/>',
};

const STYLE = `
:host { display: block; position: relative; min-height: 0; color: var(--guatu-text); font-variant-numeric: tabular-nums }
:host([hidden]) { display: none }
svg { width: 100%; height: 100%; display: block }
.area { stroke: var(--guatu-surface); stroke-width: 2.5; cursor: pointer; transition: fill 300ms }
.area:hover, .area:focus-visible { stroke: var(--guatu-accent); stroke-width: 4; outline: none }
.name { font-size: 22px; font-weight: 600; text-anchor: middle; fill: var(--guatu-text); paint-order: stroke; stroke: var(--guatu-surface); stroke-width: 5px; pointer-events: none }
.rate { font-size: 22px; text-anchor: middle; fill: var(--guatu-text); paint-order: stroke; stroke: var(--guatu-surface); stroke-width: 5px; pointer-events: none }
.light { pointer-events: none }
.spot { cursor: pointer }
.spot:focus-visible, .spot:hover { outline: none }
.spot:focus-visible .halo, .spot:hover .halo { stroke: var(--guatu-accent) }
.halo { fill: var(--guatu-surface); stroke: var(--guatu-line); stroke-width: 1 }
.plot { fill-opacity: .25; stroke-width: 1.5 }
.mark { fill: none; stroke: var(--guatu-surface); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round }
.ring { fill: none; stroke: currentColor; stroke-width: 1.8 }
.line { fill: none; stroke: currentColor; stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round }
g[data-shape] > *:not(.mark):not(.ring):not(.line) { fill: currentColor }
.tip { position: absolute; z-index: 1; max-width: 320px; padding: 6px 10px; border-radius: 6px; background: var(--guatu-text); color: var(--guatu-surface); font-size: 14px; line-height: 1.5; pointer-events: none }
.tip[hidden] { display: none }
@media (prefers-reduced-motion: reduce) { .area { transition: none } }
`;

const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

class GuatuMap extends HTMLElement {
  #data = null;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.shadowRoot.innerHTML = `<style>${STYLE}</style><svg role="group"></svg><div class="tip" role="tooltip" hidden></div>`;
    const svg = this.shadowRoot.querySelector('svg');
    svg.addEventListener('click', (event) => this.#choose(event.target.closest('[data-kind]')));
    svg.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.#choose(event.target.closest('[data-kind]'));
      }
    });
    svg.addEventListener('pointermove', (event) => this.#tip(event.target.closest('[data-title]'), event));
    svg.addEventListener('pointerleave', () => this.#tip(null));
  }

  /** The picture: {title, width, height, colour: 'light'|'rate', areas:[{name,path,x,y,rate,text,shape,word,title}], spots:[{id,name,path,x,y,shape,word,title}]}. */
  set data(data) {
    this.#data = typeof data === 'string' ? JSON.parse(data) : data;
    this.#draw();
  }

  get data() {
    return this.#data;
  }

  #choose(element) {
    if (element) {
      this.dispatchEvent(new CustomEvent('map-open', { detail: { kind: element.dataset.kind, id: element.dataset.id } }));
    }
  }

  #tip(element, event) {
    const tip = this.shadowRoot.querySelector('.tip');
    tip.hidden = !element;
    if (element) {
      tip.textContent = element.dataset.title;
      const box = this.getBoundingClientRect();
      tip.style.left = `${Math.min(event.clientX - box.left + 14, box.width - 330)}px`;
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
    return `style="fill: color-mix(in srgb, var(${COLOURS[area.shape]}) 38%, var(--guatu-surface))"`;
  }

  #draw() {
    const svg = this.shadowRoot.querySelector('svg');
    const { width, height, areas, spots, colour, title } = this.#data;
    svg.setAttribute('viewBox', `0 0 ${width} ${Math.max(1, height)}`);
    svg.setAttribute('aria-label', title);
    const light = (x, y, shape, scale) =>
      `<g class="light" data-shape transform="translate(${x} ${y}) scale(${scale})" style="color: var(${COLOURS[shape]})">${SHAPES[shape]}</g>`;
    const parts = [
      '<defs><pattern id="none" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="10" height="10" style="fill: var(--guatu-ground)"/><path d="M0 0V10" style="stroke: var(--guatu-line); stroke-width: 3"/></pattern></defs>',
    ];
    for (const area of areas) {
      parts.push(
        `<path class="area" d="${area.path}" ${this.#fill(area, colour)} tabindex="0" role="button" data-kind="street" data-id="${escaped(area.name)}" data-title="${escaped(area.title)}" aria-label="${escaped(area.title)}"/>`,
      );
    }
    for (const spot of spots) {
      const colourOf = `var(${COLOURS[spot.shape]})`;
      parts.push(
        `<g class="spot" tabindex="0" role="button" data-kind="project" data-id="${escaped(spot.id)}" data-title="${escaped(spot.title)}" aria-label="${escaped(spot.title)}">` +
          (spot.path ? `<path class="plot" d="${spot.path}" style="fill: ${colourOf}; stroke: ${colourOf}"/>` : '') +
          `<circle class="halo" cx="${spot.x}" cy="${spot.y}" r="11"/>${light(spot.x, spot.y, spot.shape, 1.05)}</g>`,
      );
    }
    for (const area of areas) {
      const wide = area.text.length * 11 + 28;
      parts.push(
        `<text class="name" x="${area.x}" y="${area.y - 6}">${escaped(area.name)}</text>` +
          light(area.x - wide / 2 + 4, area.y + 15, area.shape, 1.25) +
          `<text class="rate" x="${area.x + 14}" y="${area.y + 23}">${escaped(area.text)}</text>`,
      );
    }
    svg.innerHTML = parts.join('');
  }
}

customElements.get('guatu-map') ?? customElements.define('guatu-map', GuatuMap);
