// The bar of a rate with the tick of 序时 through it. The track is 0–100 % and has the same scale in every bar, so that ticks stand
// under each other; what is over 100 % goes on past a seam, in scale up to 112 %, and then ends in a point: the figure says the rest.
const STYLE = `
:host { display: block; position: relative; height: 14px; min-width: 64px }
:host([hidden]) { display: none }
.track { position: absolute; inset: 3px 10.7% 3px 0; border-radius: 4px; background: var(--guatu-track, var(--guatu-line)); overflow: hidden }
.fill { position: absolute; inset: 3px auto 3px 0; border-radius: 4px; background: currentColor; transition: width 300ms ease-out }
.fill.more { border-radius: 4px 0 0 4px; clip-path: polygon(0 0, calc(100% - 5px) 0, 100% 50%, calc(100% - 5px) 100%, 0 100%) }
.seam { position: absolute; top: 3px; bottom: 3px; width: 2px; margin-left: -1px; background: var(--guatu-surface) }
.tick { position: absolute; top: 0; bottom: 0; width: 2px; margin-left: -1px; border-radius: 1px; background: var(--guatu-text) }
.green { color: var(--guatu-light-on-track) }
.yellow { color: var(--guatu-light-watch) }
.orange { color: var(--guatu-light-supervised) }
.red { color: var(--guatu-light-red) }
.grey { color: var(--guatu-light-unreported) }
.blue { color: var(--guatu-light-done) }
@media (prefers-reduced-motion: reduce) { .fill { transition: none } }`;

const COLOURS = {
  'check-circle': 'green', triangle: 'yellow', diamond: 'orange', octagon: 'red',
  'dashed-ring': 'grey', ring: 'grey', 'blue-check': 'blue', clock: 'blue',
};
const MOST = 1.12;

class GuatuRateBar extends HTMLElement {
  static observedAttributes = ['rate', 'expected', 'shape'];

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = `<style>${STYLE}</style>
      <div class="track"></div><div class="fill"></div><div class="seam" hidden></div><div class="tick"></div>`;
  }

  connectedCallback() {
    this.setAttribute('role', 'img');
    this.#draw();
  }

  attributeChangedCallback() {
    this.#draw();
  }

  #draw() {
    const rate = this.#fraction('rate');
    const expected = this.#fraction('expected');
    const over = rate !== null && rate > 1;
    const percent = (fraction) => `${Math.min(Math.max(fraction / MOST, 0), 1) * 100}%`;
    const fill = this.shadowRoot.querySelector('.fill');
    fill.className = `fill ${COLOURS[this.getAttribute('shape')] ?? 'blue'}${rate > MOST ? ' more' : ''}`;
    fill.style.width = rate === null ? '0' : percent(rate);
    const seam = this.shadowRoot.querySelector('.seam');
    seam.hidden = !over;
    seam.style.left = percent(1);
    const tick = this.shadowRoot.querySelector('.tick');
    tick.hidden = expected === null;
    tick.style.left = expected === null ? '0' : percent(expected);
    const say = (fraction) => `${(fraction * 100).toFixed(1)}%`;
    this.setAttribute(
      'aria-label',
      `${rate === null ? '完成率 未报' : `完成率 ${say(rate)}`}${expected === null ? '' : `,序时 ${say(expected)}`}`,
    );
  }

  #fraction(name) {
    const text = this.getAttribute(name);
    return text === null || text === '' || Number.isNaN(Number(text)) ? null : Number(text);
  }
}

customElements.get('guatu-rate-bar') ?? customElements.define('guatu-rate-bar', GuatuRateBar);
