// Stages and who waits for whom, from left to right. Chosen with the pointer or Enter; where it may be edited, a line is drawn by dragging
// from one stage to another, and taken away by clicking it.
const WIDTH = 136;
const HEIGHT = 52;
const ACROSS = 172;
const DOWN = 74;

const STYLE = `
:host { display: block; overflow: auto; background: var(--guatu-ground); border-radius: 8px; min-height: 96px; margin: 12px 0 }
svg { display: block; font-size: 13px; margin: 0 auto; user-select: none }
.stage rect { fill: var(--guatu-surface); stroke: var(--guatu-line); stroke-width: 1.2 }
.stage text { fill: var(--guatu-text) }
.stage .note { fill: var(--guatu-text-secondary); font-size: 12px }
.stage { cursor: pointer; outline: none }
.stage:hover rect, .stage:focus-visible rect { stroke: var(--guatu-accent); stroke-width: 2 }
.stage.counts .bar { fill: var(--guatu-accent) }
.stage .bar { fill: none }
.link { pointer-events: none; fill: none; stroke: var(--guatu-text-secondary); stroke-width: 1.5 }
.hit { fill: none; stroke: transparent; stroke-width: 14 }
.editable .hit { cursor: pointer }
.editable .hit:hover + .link, .drawn { stroke: var(--guatu-accent); stroke-width: 2.5 }
.drawn { fill: none; stroke-dasharray: 5 4 }
`;

const safe = (text) => String(text ?? '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

class GuatuDag extends HTMLElement {
  #data = { stages: [], links: [], editable: false };
  #places = new Map();
  #from = null;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.shadowRoot.addEventListener('click', (event) => this.#click(event));
    this.shadowRoot.addEventListener('keydown', (event) => {
      const stage = event.target.closest?.('.stage');
      if (stage && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        this.#tell('dag-open', { stage: Number(stage.dataset.stage) });
      }
    });
    this.shadowRoot.addEventListener('pointerdown', (event) => this.#down(event));
    this.shadowRoot.addEventListener('pointermove', (event) => this.#move(event));
    this.shadowRoot.addEventListener('pointerup', (event) => this.#up(event));
  }

  /** { stages: [{ id, name, note, column, counts }], links: [[from, to]], editable } */
  set data(data) {
    this.#data = data;
    this.#draw();
  }

  connectedCallback() {
    this.#draw();
  }

  #lay() {
    const before = new Map();
    this.#data.links.forEach(([from, to]) => before.set(to, [...(before.get(to) ?? []), from]));
    const columns = new Map();
    this.#data.stages.forEach((stage) => columns.set(stage.column, [...(columns.get(stage.column) ?? []), stage]));
    this.#places.clear();
    const tallest = Math.max(1, ...[...columns.values()].map((stages) => stages.length));
    [...columns.keys()].sort((a, b) => a - b).forEach((column) => {
      const stages = columns.get(column);
      const wanted = (stage) => {
        const ys = (before.get(stage.id) ?? []).map((id) => this.#places.get(id)?.y ?? 0);
        return ys.length ? ys.reduce((a, b) => a + b, 0) / ys.length : stage.id;
      };
      stages.sort((a, b) => wanted(a) - wanted(b) || a.id - b.id);
      const top = 20 + ((tallest - stages.length) * DOWN) / 2;
      stages.forEach((stage, row) => this.#places.set(stage.id, { x: 20 + column * ACROSS, y: top + row * DOWN }));
    });
    return { width: 40 + (Math.max(0, ...columns.keys()) + 1) * ACROSS - (ACROSS - WIDTH), height: 40 + tallest * DOWN - (DOWN - HEIGHT) };
  }

  #path(from, to) {
    const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
    if (x2 - x1 > ACROSS && Math.abs(y2 - y1) < HEIGHT) {
      // It passes stages that it has nothing to do with: over them, so that it is seen and can be clicked.
      const lift = HEIGHT + 4;
      return `M${x1} ${y1}C${x1 + 40} ${y1 - lift} ${x2 - 40} ${y2 - lift} ${x2 - 5} ${y2}`;
    }
    const bend = Math.max(24, (x2 - x1) / 2);
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 5} ${y2}`;
  }

  #draw() {
    const { width, height } = this.#lay();
    const nameOf = new Map(this.#data.stages.map((stage) => [stage.id, stage.name]));
    const links = this.#data.links
      .filter(([from, to]) => this.#places.has(from) && this.#places.has(to))
      .map(([from, to]) => {
        const path = this.#path(this.#places.get(from), this.#places.get(to));
        return `<g><path class="hit" d="${path}" data-from="${from}" data-to="${to}"><title>${safe(nameOf.get(from))} → ${safe(nameOf.get(to))}${this.#data.editable ? '，点击去掉' : ''}</title></path><path class="link" d="${path}" marker-end="url(#tip)"/></g>`;
      })
      .join('');
    const stages = this.#data.stages
      .map((stage) => {
        const { x, y } = this.#places.get(stage.id);
        const short = stage.name.length > 9 ? `${stage.name.slice(0, 8)}…` : stage.name;
        return `<g class="stage${stage.counts ? ' counts' : ''}" data-stage="${stage.id}" tabindex="0" role="button" aria-label="${safe(stage.name)}，${safe(stage.note)}" transform="translate(${x} ${y})"><title>${safe(stage.name)}</title><rect width="${WIDTH}" height="${HEIGHT}" rx="6"/><rect class="bar" style="stroke:none" width="4" height="${HEIGHT - 12}" x="5" y="6" rx="2"/><text x="16" y="22">${safe(short)}</text><text class="note" x="16" y="40">${safe(stage.note)}</text></g>`;
      })
      .join('');
    this.shadowRoot.innerHTML = `<style>${STYLE}</style><svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" class="${this.#data.editable ? 'editable' : ''}" role="group" aria-label="阶段关系图">
      <defs><marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 .5 7 4 0 7.5z" fill="context-stroke"/></marker></defs>${links}${stages}<path class="drawn" d=""/></svg>`;
  }

  #click(event) {
    const link = event.target.closest?.('.hit');
    const stage = event.target.closest?.('.stage');
    if (link && this.#data.editable) {
      this.#tell('dag-unlink', { from: Number(link.dataset.from), to: Number(link.dataset.to) });
    } else if (stage) {
      this.#tell('dag-open', { stage: Number(stage.dataset.stage) });
    }
  }

  #down(event) {
    const stage = event.target.closest?.('.stage');
    if (stage && this.#data.editable && event.pointerType !== 'touch') {
      this.#from = Number(stage.dataset.stage);
    }
  }

  #move(event) {
    if (this.#from === null || !this.#places.has(this.#from)) {
      return;
    }
    const box = this.shadowRoot.querySelector('svg').getBoundingClientRect();
    const from = this.#places.get(this.#from);
    this.shadowRoot.querySelector('.drawn').setAttribute('d', `M${from.x + WIDTH} ${from.y + HEIGHT / 2}L${event.clientX - box.left} ${event.clientY - box.top}`);
  }

  #up(event) {
    const from = this.#from;
    this.#from = null;
    this.shadowRoot.querySelector('.drawn')?.setAttribute('d', '');
    const to = Number(event.target.closest?.('.stage')?.dataset.stage ?? NaN);
    if (from !== null && Number.isFinite(to) && to !== from) {
      this.#tell('dag-link', { from, to });
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.get('guatu-dag') ?? customElements.define('guatu-dag', GuatuDag);
