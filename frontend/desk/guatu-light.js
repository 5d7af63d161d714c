import { SHAPES } from './light-shapes.js';

// A light: shape + colour + word, everywhere the same (look.md). The word is text, so it needs no colour to be understood.
// Colours come from the page (--guatu-light-*), so that the dark wall and the light desk use one element.
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
