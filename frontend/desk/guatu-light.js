// A light: shape + colour + word, everywhere the same (look.md). The word is text, so it needs no colour to be understood.
// Colours come from the page (--guatu-light-*), so that the dark wall and the light desk use one element.
const SHAPES = {
  'check-circle': ['green', '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.6 8.3l2.3 2.3 4.5-4.8" class="mark"/>'],
  triangle: ['yellow', '<path d="M8 1.2 15.3 14.4H.7z" fill="currentColor" stroke="currentColor" stroke-width="1" stroke-linejoin="round"/><path d="M8 6v4" class="mark"/><circle cx="8" cy="12.2" r=".95" class="dot"/>'],
  diamond: ['orange', '<path d="M8 .6 15.4 8 8 15.4.6 8z" fill="currentColor"/><path d="M8 4.4v4.4" class="mark"/><circle cx="8" cy="11.2" r=".95" class="dot"/>'],
  octagon: ['red', '<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor"/><path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" class="mark"/>'],
  'dashed-ring': ['grey', '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="2.7 2.2"/>'],
  ring: ['grey', '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5"/>'],
  'blue-check': ['blue', '<path d="M2 8.6l4 4L14.2 4" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>'],
  clock: ['blue', '<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 4.4V8l2.6 1.6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>'],
};

const STYLE = `
:host { display: inline-flex; align-items: center; gap: 6px; vertical-align: middle; white-space: nowrap; line-height: 1.2 }
:host([hidden]) { display: none }
svg { width: 1.15em; height: 1.15em; flex: none; overflow: visible }
.mark { fill: none; stroke: var(--guatu-surface); stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round }
.dot { fill: var(--guatu-surface) }
.green { color: var(--guatu-light-on-track) }
.yellow { color: var(--guatu-light-watch) }
.orange { color: var(--guatu-light-supervised) }
.red { color: var(--guatu-light-red) }
.grey { color: var(--guatu-light-unreported) }
.blue { color: var(--guatu-light-done) }
:host([compact]) span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media (prefers-reduced-motion: no-preference) {
  .pulse { animation: pulse 600ms ease-out 1 }
  @keyframes pulse { 40% { transform: scale(1.35) } }
  svg { transform-origin: center; transform-box: fill-box }
}`;

class GuatuLight extends HTMLElement {
  static observedAttributes = ['shape', 'word'];

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback() {
    this.#draw();
  }

  attributeChangedCallback(name, before, after) {
    if (this.isConnected && before !== after) {
      this.#draw(name === 'shape' && before !== null);
    }
  }

  #draw(changed = false) {
    const [colour, path] = SHAPES[this.getAttribute('shape')] ?? SHAPES['dashed-ring'];
    this.shadowRoot.innerHTML = `<style>${STYLE}</style><svg viewBox="0 0 16 16" aria-hidden="true" class="${colour}${
      changed ? ' pulse' : ''
    }">${path}</svg><span></span>`;
    this.shadowRoot.querySelector('span').textContent = this.getAttribute('word') ?? '';
  }
}

customElements.get('guatu-light') ?? customElements.define('guatu-light', GuatuLight);
