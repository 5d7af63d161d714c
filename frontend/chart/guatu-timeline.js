// Groups × rows × time on one canvas: bars, nodes with their lights, links, the line of today. Only what is in sight is drawn, so that
// hundreds of rows scroll as fast as ten. What the canvas shows can also be walked with the keyboard, heard, and read as a table.
import '../desk/guatu-light.js';
import { isWeekend, say, toIso } from './timeline/days.js';
import { Model } from './timeline/model.js';
import { Painter } from './timeline/painter.js';
import { STYLE } from './timeline/style.js';
import { tableOf } from './timeline/table.js';

const ZOOMS = [['year', '年', null], ['quarter', '季', 92], ['month', '月', 31], ['week', '周', 10]];
const FAR = 130;

class GuatuTimeline extends HTMLElement {
  static observedAttributes = ['scale', 'density', 'zoom', 'side', 'label'];

  #model = new Model(null, []);
  #painter = new Painter();
  #parts = {};
  #view = { left: 0, top: 0, pixelsPerDay: 3 };
  #zoom = 'year';
  #roomy = null;
  #cursor = null;
  #drag = null;
  #frame = 0;
  #sizing = null;
  #themes = null;
  #loose = [];

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  /** The whole sheet; see Timeline.java for its form. */
  set data(data) {
    const first = this.#model.lines.length === 0;
    this.#model = new Model(typeof data === 'string' ? JSON.parse(data) : data, this.#model.folded);
    this.#settle();
    if (first) {
      this.#startAtToday();
    }
  }

  /** Rows that changed, in the same form; the others stay. */
  patch(rows) {
    this.#model.patch(typeof rows === 'string' ? JSON.parse(rows) : rows);
    this.#settle();
  }

  /** Brings a row into sight. */
  reveal(id) {
    const line = this.#model.lines.find((each) => each.row?.id === id);
    if (line) {
      this.#parts.scroller?.scrollTo({ top: Math.max(0, line.y - 60) });
      this.#cursor = { row: id, node: null };
      this.#draw();
    }
  }

  /** Moves down by so many pixels, from the top again after the end: for a wall that nobody touches. */
  advance(pixels) {
    const { scroller } = this.#parts;
    const end = scroller.scrollHeight - scroller.clientHeight;
    scroller.scrollTop = scroller.scrollTop >= end - 1 ? 0 : scroller.scrollTop + pixels;
  }

  connectedCallback() {
    if (!this.shadowRoot.firstChild) {
      this.#build();
    }
    const { scroller } = this.#parts;
    this.#sizing = new ResizeObserver(() => this.#settle());
    this.#sizing.observe(scroller);
    this.#themes = new MutationObserver(() => this.#repaint());
    this.#themes.observe(document.documentElement, { attributes: true });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => this.#repaint();
    dark.addEventListener('change', redraw);
    document.fonts?.addEventListener?.('loadingdone', redraw);
    this.#loose = [() => dark.removeEventListener('change', redraw), () => document.fonts?.removeEventListener?.('loadingdone', redraw)];
    this.#repaint();
  }

  disconnectedCallback() {
    this.#sizing?.disconnect();
    this.#themes?.disconnect();
    this.#loose.forEach((free) => free());
    this.#loose = [];
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    queueMicrotask(() => {
      if (!this.isConnected) {
        // a canvas that nobody sees gives its pixels back
        this.#parts.canvas.width = this.#parts.canvas.height = 0;
      }
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) {
      return;
    }
    if (name === 'zoom') {
      this.#zoomTo(after ?? 'year');
    } else if (name === 'density') {
      this.#roomy = after === 'roomy' ? true : after === 'dense' ? false : null;
    } else if (name === 'scale') {
      this.style.setProperty('--scale', String(this.#scale));
    } else if (name === 'label') {
      this.#parts.scroller?.setAttribute('aria-label', after ?? '');
    }
    this.#settle();
  }

  get #scale() {
    return Number(this.getAttribute('scale')) || 1;
  }

  get #side() {
    const asked = Number(this.getAttribute('side')) || 260;
    return Math.round(Math.min(asked * this.#scale, this.#parts.scroller.clientWidth * 0.45));
  }

  #build() {
    this.shadowRoot.innerHTML = `<style>${STYLE}</style>
      <div class="tools"><span class="group" role="group" aria-label="时间尺度"></span>
        <span class="group"><button data-do="out" aria-label="缩小">−</button><button data-do="in" aria-label="放大">+</button></span>
        <span class="group"><button data-do="today">今天</button></span>
        <span class="group"><button data-do="fold">全部折叠</button><button data-do="density">密</button><button data-do="table" aria-pressed="false">表格</button></span>
        <slot name="tools"></slot><span class="legend"></span></div>
      <div class="scroller" tabindex="0" role="application" aria-roledescription="时间图"><canvas aria-hidden="true"></canvas><div class="size"></div></div>
      <div class="table" hidden></div><div class="tip" role="tooltip" hidden></div><div class="said" aria-live="polite"></div>`;
    const find = (selector) => this.shadowRoot.querySelector(selector);
    this.#parts = {
      scroller: find('.scroller'), canvas: find('canvas'), size: find('.size'), tip: find('.tip'), said: find('.said'), table: find('.table'), legend: find('.legend'), zooms: find('.group'),
    };
    this.#parts.scroller.setAttribute('aria-label', this.getAttribute('label') ?? '时间图，方向键移动，回车打开');
    for (const [id, word] of ZOOMS) {
      const button = document.createElement('button');
      button.dataset.zoom = id;
      button.textContent = word;
      this.#parts.zooms.append(button);
    }
    this.shadowRoot.addEventListener('click', (event) => this.#press(event));
    const { scroller, canvas } = this.#parts;
    scroller.addEventListener('scroll', () => this.#draw(), { passive: true });
    scroller.addEventListener('keydown', (event) => this.#key(event));
    scroller.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    scroller.addEventListener('blur', () => this.#hideTip());
    canvas.addEventListener('pointerdown', (event) => this.#down(event));
    canvas.addEventListener('pointermove', (event) => this.#move(event));
    canvas.addEventListener('pointerup', (event) => this.#up(event));
    canvas.addEventListener('pointercancel', () => this.#dropDrag());
    canvas.addEventListener('pointerleave', () => this.#hideTip());
  }

  #press(event) {
    const button = event.target.closest?.('button');
    if (!button) {
      return;
    }
    if (button.dataset.zoom) {
      this.#zoomTo(button.dataset.zoom);
    } else if (button.dataset.node !== undefined) {
      this.#tell('timeline-open', { row: button.dataset.row, node: button.dataset.node });
    } else {
      this.#do(button.dataset.do);
    }
  }

  #do(verb) {
    if (verb === 'in' || verb === 'out') {
      this.#magnify(verb === 'in' ? 1.5 : 1 / 1.5);
    } else if (verb === 'today') {
      this.#startAtToday();
    } else if (verb === 'fold') {
      const all = this.#model.folded.size < this.#model.groups.length;
      this.#model.folded = new Set(all ? this.#model.groups.map((group) => group.id) : []);
    } else if (verb === 'density') {
      this.#roomy = !this.#isRoomy;
    } else if (verb === 'table') {
      this.#toggleTable();
    }
    this.#settle();
  }

  #toggleTable() {
    const { table, scroller } = this.#parts;
    table.hidden = !table.hidden;
    scroller.hidden = !table.hidden;
    scroller.style.display = table.hidden ? '' : 'none';
  }

  get #isRoomy() {
    return this.#roomy ?? this.#model.rowCount <= 60;
  }

  #zoomTo(id) {
    this.#zoom = id;
    const days = ZOOMS.find((each) => each[0] === id)?.[2];
    if (!this.#parts.scroller) {
      return;
    }
    this.#scaleTo(days ? this.#room / days : this.#fit);
  }

  get #room() {
    return Math.max(100, this.#parts.scroller.clientWidth - this.#side);
  }

  get #fit() {
    return this.#room / Math.max(1, this.#model.to - this.#model.from);
  }

  #magnify(factor, at) {
    this.#zoom = null;
    this.#scaleTo(Math.min(FAR, Math.max(this.#fit, this.#view.pixelsPerDay * factor)), at);
  }

  /** Another scale; what stood under the pointer (or today, or the middle) stays there. */
  #scaleTo(pixelsPerDay, at) {
    const { scroller } = this.#parts;
    const view = this.#view;
    this.#hideTip();
    const today = this.#model.today === null ? null : (this.#model.today + 0.5 - this.#model.from) * view.pixelsPerDay - scroller.scrollLeft;
    const anchor = at ?? (today !== null && today >= 0 && today <= this.#room ? today : this.#room / 2);
    const day = (scroller.scrollLeft + anchor) / view.pixelsPerDay;
    view.pixelsPerDay = pixelsPerDay;
    this.#settle();
    scroller.scrollLeft = Math.max(0, day * pixelsPerDay - anchor);
    this.#draw();
  }

  #startAtToday() {
    const { scroller } = this.#parts;
    if (scroller && this.#model.today !== null) {
      scroller.scrollLeft = Math.max(0, (this.#model.today - this.#model.from) * this.#view.pixelsPerDay - this.#room / 2);
    }
  }

  /** Lays everything out again and draws it. */
  #settle() {
    const { scroller, size } = this.#parts;
    if (!scroller || !this.isConnected) {
      return;
    }
    const scale = this.#scale;
    this.#model.lay((this.#isRoomy ? 48 : 32) * scale, 30 * scale);
    if (this.#zoom === 'year') {
      this.#view.pixelsPerDay = this.#fit;
    }
    const wide = this.#side + (this.#model.to - this.#model.from) * this.#view.pixelsPerDay;
    const high = 48 * scale + this.#model.height;
    const { clientWidth, clientHeight } = scroller;
    // The canvas is in the flow above this: together they are as large as the whole sheet.
    size.style.width = `${Math.floor(wide)}px`;
    size.style.height = `${Math.max(0, Math.ceil(high - clientHeight))}px`;
    const density = globalThis.devicePixelRatio || 1;
    const { canvas } = this.#parts;
    if (canvas.width !== Math.round(clientWidth * density) || canvas.height !== Math.round(clientHeight * density)) {
      canvas.width = Math.round(clientWidth * density);
      canvas.height = Math.round(clientHeight * density);
      canvas.style.width = `${clientWidth}px`;
      canvas.style.height = `${clientHeight}px`;
      this.#painter.theme(this);
      // a canvas of another size is black until it is painted: do not wait for the next frame
      this.#paint();
    }
    this.#words();
    this.#draw();
  }

  #repaint() {
    this.#painter.theme(this);
    this.#settle();
  }

  #words() {
    this.shadowRoot.querySelectorAll('[data-zoom]').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.zoom === this.#zoom)));
    const fold = this.shadowRoot.querySelector('[data-do=fold]');
    fold.textContent = this.#model.folded.size < this.#model.groups.length ? '全部折叠' : '全部展开';
    fold.parentElement.style.display = '';
    fold.hidden = !this.#model.groups.some((group) => group.label);
    this.shadowRoot.querySelector('[data-do=density]').textContent = this.#isRoomy ? '紧凑' : '宽松';
    const { table, legend } = this.#parts;
    this.shadowRoot.querySelector('[data-do=table]').setAttribute('aria-pressed', String(!table.hidden));
    if (!table.hidden) {
      table.innerHTML = tableOf(this.#model);
    }
    const rows = this.#model.groups.flatMap((group) => group.rows);
    const has = (kind) => rows.some((row) => row.bars.some((bar) => bar.kind === kind));
    const critical = rows.some((row) => row.nodes.some((node) => node.critical));
    legend.innerHTML = this.#model.lights().map(([shape, word]) => `<guatu-light shape="${shape}" word="${word}"></guatu-light>`).join('')
      + (has('forecast') ? '<span><i></i>当前安排</span>' : '')
      + (has('baseline') || rows.some((row) => row.nodes.some((node) => node.baseline !== null)) ? '<span><i class="base"></i>基线</span>' : '')
      + (critical ? '<span><i class="critical"></i>关键</span>' : '') + (has('stop') ? '<span><i class="stop"></i>停计时</span>' : '');
  }

  #draw() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #paint() {
    const { canvas, scroller } = this.#parts;
    if (!this.isConnected || canvas.width === 0) {
      return;
    }
    const scale = this.#scale;
    Object.assign(this.#view, {
      width: scroller.clientWidth, height: scroller.clientHeight, left: scroller.scrollLeft, top: scroller.scrollTop, side: this.#side, head: 48 * scale, scale,
      density: globalThis.devicePixelRatio || 1, roomy: this.#isRoomy, model: this.#model, cursor: this.#cursor, drag: this.#drag,
    });
    this.#painter.paint(canvas.getContext('2d', { alpha: false }), this.#view);
  }

  /** What lies under a point of the canvas. */
  #hit(x, y) {
    const view = this.#view;
    if (!view.model || y < view.head) {
      return null;
    }
    const line = this.#model.lines[this.#model.lineAt(y - view.head + view.top)];
    if (!line) {
      return null;
    }
    if (line.group) {
      return { line, group: line.group };
    }
    if (x > view.side) {
      let best = null;
      for (const node of line.row.nodes) {
        const away = Math.abs(this.#painter.nodeX(node.at) - x);
        if (away < 13 * view.scale && (!best || away < best.away)) {
          best = { away, node };
        }
      }
      return { line, row: line.row, node: best?.node ?? null };
    }
    return { line, row: line.row, node: null };
  }

  #down(event) {
    const hit = this.#hit(event.offsetX, event.offsetY);
    this.#parts.scroller.focus({ preventScroll: true });
    if (hit?.node?.movable && event.pointerType !== 'touch' && event.button === 0) {
      this.#drag = { ...hit, start: event.offsetX, from: hit.node.at, to: hit.node.at, moved: false };
      this.#parts.canvas.setPointerCapture(event.pointerId);
    }
  }

  #move(event) {
    const drag = this.#drag;
    if (drag) {
      drag.moved ||= Math.abs(event.offsetX - drag.start) > 4;
      drag.to = drag.from + Math.round((event.offsetX - drag.start) / this.#view.pixelsPerDay);
      if (drag.moved) {
        this.#tip(`<b>${escape(drag.node.label)}</b><div>${say(drag.from, this.#model.year)} → ${say(drag.to, this.#model.year)}${this.#isOff(drag.to) ? '（非工作日）' : ''}</div>`, event.offsetX, event.offsetY);
        this.#draw();
      }
      return;
    }
    const hit = this.#hit(event.offsetX, event.offsetY);
    this.#parts.canvas.className = hit?.node?.movable ? 'grab' : hit ? 'hand' : '';
    if (hit?.node) {
      this.#tip(this.#nodeTip(hit.row, hit.node), event.offsetX, event.offsetY);
    } else if (hit?.row && event.offsetX < this.#view.side) {
      this.#tip(`<b>${escape(hit.row.label)}</b>${hit.row.sub ? `<div>${escape(hit.row.sub)}</div>` : ''}${hit.row.title ? `<div>${escape(hit.row.title)}</div>` : ''}`, event.offsetX, event.offsetY);
    } else {
      this.#hideTip();
    }
  }

  #isOff(day) {
    return this.#model.off.has(day) || (isWeekend(day) && !this.#model.on.has(day));
  }

  #up(event) {
    const drag = this.#drag;
    this.#drag = null;
    if (drag?.moved) {
      this.#hideTip();
      this.#draw();
      if (drag.to !== drag.from) {
        this.#tell('timeline-move', { row: drag.row.id, node: drag.node.id, day: toIso(drag.to) });
      }
      return;
    }
    const hit = this.#hit(event.offsetX, event.offsetY);
    if (hit?.group) {
      this.#fold(hit.group.id);
    } else if (hit?.row) {
      this.#cursor = { row: hit.row.id, node: hit.node?.id ?? null };
      this.#draw();
      this.#tell('timeline-open', { row: hit.row.id, node: hit.node?.id ?? '' });
    }
  }

  #dropDrag() {
    this.#drag = null;
    this.#hideTip();
    this.#draw();
  }

  #fold(id) {
    this.#model.folded.has(id) ? this.#model.folded.delete(id) : this.#model.folded.add(id);
    this.#settle();
  }

  #wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#magnify(event.deltaY < 0 ? 1.2 : 1 / 1.2, Math.max(0, event.offsetX - this.#view.side));
    }
  }

  #key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 };
    const sideways = { ArrowRight: 1, ArrowLeft: -1 };
    if (event.key in steps) {
      this.#walk(steps[event.key]);
    } else if (event.key in sideways && event.altKey) {
      this.#nudge(sideways[event.key]);
    } else if (event.key in sideways) {
      this.#alongRow(sideways[event.key]);
    } else if (event.key === 'Home' || event.key === 'End') {
      this.#walk(event.key === 'Home' ? -1e9 : 1e9);
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.#enter();
    } else if (event.key === '+' || event.key === '=' || event.key === '-') {
      this.#magnify(event.key === '-' ? 1 / 1.5 : 1.5);
    } else if (event.key === 'Escape' && this.#drag) {
      this.#dropDrag();
    } else {
      return;
    }
    event.preventDefault();
  }

  get #lineOfCursor() {
    return this.#model.lines.findIndex((line) => (line.row ? line.row.id === this.#cursor?.row : line.group.id === this.#cursor?.group));
  }

  #walk(step) {
    const lines = this.#model.lines;
    if (lines.length === 0) {
      return;
    }
    const line = lines[Math.min(lines.length - 1, Math.max(0, this.#lineOfCursor + step))];
    this.#cursor = line.row ? { row: line.row.id, node: null } : { group: line.group.id };
    const { scroller } = this.#parts;
    const room = scroller.clientHeight - this.#view.head;
    if (line.y < scroller.scrollTop + 30 * this.#scale || line.y + line.height > scroller.scrollTop + room) {
      scroller.scrollTop = Math.max(0, line.y - room / 2);
    }
    this.#say(line.row ? [line.row.label, line.row.sub, line.row.title, `${line.row.nodes.length}个节点`] : [line.group.label, line.group.note, this.#model.folded.has(line.group.id) ? '已折叠' : '已展开']);
    this.#draw();
  }

  #alongRow(step) {
    const line = this.#model.lines[this.#lineOfCursor];
    const nodes = line?.row?.nodes ?? [];
    if (nodes.length === 0) {
      return;
    }
    const now = nodes.findIndex((node) => node.id === this.#cursor.node);
    const node = nodes[now < 0 ? (step > 0 ? 0 : nodes.length - 1) : Math.min(nodes.length - 1, Math.max(0, now + step))];
    this.#cursor = { row: line.row.id, node: node.id };
    const { scroller } = this.#parts;
    const x = this.#painter.nodeX(node.at);
    if (x < this.#view.side + 20 || x > this.#view.width - 20) {
      scroller.scrollLeft += x - this.#view.side - this.#room / 2;
    }
    this.#paint();
    this.#tip(this.#nodeTip(line.row, node), this.#painter.nodeX(node.at), this.#painter.middle(line));
    this.#say([node.label, say(node.at, this.#model.year), node.word, node.title, node.critical ? '关键节点' : '']);
  }

  #nudge(step) {
    const found = this.#cursor?.node && this.#model.where.get(this.#cursor.node);
    if (!found || !found.node.movable) {
      return;
    }
    let day = found.node.at + step;
    while (this.#isOff(day)) {
      day += step;
    }
    this.#tell('timeline-move', { row: found.line.row.id, node: found.node.id, day: toIso(day) });
  }

  #enter() {
    if (this.#cursor?.group) {
      this.#fold(this.#cursor.group);
    } else if (this.#cursor?.row) {
      this.#tell('timeline-open', { row: this.#cursor.row, node: this.#cursor.node ?? '' });
    }
  }

  #nodeTip(row, node) {
    const year = this.#model.year;
    const moved = node.baseline !== null && node.baseline !== node.at;
    return `<b>${escape(node.label)}</b> <guatu-light shape="${node.shape}" word="${escape(node.word)}"></guatu-light>
      <div>${escape(row.label)}${node.note ? ` · ${escape(node.note)}` : ''}</div>
      <div>${say(node.at, year)}${moved ? `，基线 ${say(node.baseline, year)}` : ''}${node.critical ? ' · 关键' : ''}</div>
      ${node.title ? `<div>${escape(node.title)}</div>` : ''}`;
  }

  #tip(html, x, y) {
    const { tip, scroller } = this.#parts;
    tip.innerHTML = html;
    tip.hidden = false;
    const left = Math.min(x + 14, this.clientWidth - tip.offsetWidth - 8);
    const below = scroller.offsetTop + y + 18;
    tip.style.left = `${Math.max(4, left)}px`;
    tip.style.top = `${below + tip.offsetHeight > this.clientHeight ? Math.max(4, below - tip.offsetHeight - 34) : below}px`;
  }

  #hideTip() {
    this.#parts.tip.hidden = true;
  }

  #say(words) {
    this.#parts.said.textContent = words.filter(Boolean).join('，');
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function escape(text) {
  return String(text ?? '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
}

customElements.get('guatu-timeline') ?? customElements.define('guatu-timeline', GuatuTimeline);
