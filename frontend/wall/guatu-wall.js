import { LitElement, html, keyed, nothing } from './lib/lit.js';
import { day, percent } from './figures.js';
import { PAGES } from './pages/index.js';
import { showWhatMoved } from './motion.js';
import { wallStyles } from './wall-styles.js';

const SHORTEST_STEP = 8;
const WEEKDAYS = '日一二三四五六';

/**
 * The wall: a head, and one stage for each 16:9 part of the canvas, on which pages take their turns. On a very wide canvas the first
 * page stays on the first stage. It is given envelopes (property `envelope`, the JSON of GET /screen/picture) and knows no network.
 *
 * `stale`: '' fresh · 'line' the connection is down · 'failing' the server cannot read its figures.
 * `fixed`: the kind of the one page to show, for previews. `base`: where logos come from.
 */
class GuatuWall extends LitElement {
  static styles = [wallStyles, ...[...PAGES.values()].map((page) => page.styles).filter(Boolean)];

  static properties = {
    envelope: { attribute: false },
    stale: { attribute: false },
    fixed: { attribute: false },
    paused: { attribute: false },
    note: { attribute: false },
    minute: { state: true },
    turns: { state: true },
    frame: { state: true },
  };

  constructor() {
    super();
    this.stale = '';
    this.fixed = '';
    this.note = '';
    this.base = '/screen';
    this.turns = [];
    this.lastGood = new Map();
    this.reached = new Map();
    this.fit = this.fit.bind(this);
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('resize', this.fit);
    requestAnimationFrame(this.fit);
    this.beating = setInterval(() => this.beat(), 1000);
    this.fit();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.fit);
    clearInterval(this.beating);
  }

  /** The envelope as text, for callers that have no JSON of their own. */
  set json(text) {
    if (text) {
      this.envelope = JSON.parse(text);
    }
  }

  /** One logical pixel of the 1920×1080 design in real pixels; the picture scales and flows, it never stretches. */
  fit() {
    const [w, h] = this.inset ? [this.clientWidth || innerWidth, this.clientHeight || innerHeight] : [innerWidth, innerHeight];
    const portrait = h > w;
    this.toggleAttribute('portrait', portrait);
    const unit = portrait ? Math.min(w / 1080, h / 1920) : Math.min(w / 1920, h / 1080);
    this.style.setProperty('--u', `${unit}px`);
    const stages = portrait ? 1 : Math.max(1, Math.min(3, Math.round(w / h / (16 / 9))));
    const frame = { portrait, stages, canvas: w / unit, height: Math.floor(h / unit - (portrait ? 190 : 132)) };
    // the same size again is no reason to draw again
    if (!this.frame || Object.keys(frame).some((key) => frame[key] !== this.frame[key])) {
      this.frame = frame;
    }
  }

  /** The server's time: the clock of a television may be wrong, and may jump. Null before the server was heard. */
  serverNow() {
    return this.heardAt === undefined ? null : new Date(this.heardNow + (performance.now() - this.heardAt));
  }

  /** Every message of the server carries its time in milliseconds. */
  heard(now, readAt) {
    this.heardNow = now;
    this.heardAt = performance.now();
    if (readAt && this.envelope) {
      this.envelope.readAt = readAt;
      this.requestUpdate();
    }
  }

  willUpdate(changed) {
    if (changed.has('envelope')) {
      this.before = changed.get('envelope');
      if (this.envelope?.live !== false && this.envelope?.now) {
        this.heard(this.envelope.now);
      }
    }
  }

  updated(changed) {
    if (changed.has('envelope') && this.before && this.envelope) {
      showWhatMoved(this.renderRoot);
    }
  }

  get zone() {
    return this.envelope?.document.wall.zone ?? 'Asia/Shanghai';
  }

  /** The pages whose hours it is; by the server's time, or all of them when it was never heard. */
  places() {
    const all = this.envelope.document.wall.places.filter((place) => PAGES.has(place.kind));
    if (this.fixed) {
      const one = all.find((place) => place.kind === this.fixed) ?? { kind: this.fixed, dwell: 30, from: null, until: null };
      return PAGES.has(one.kind) ? [one] : all.slice(0, 1);
    }
    const now = this.serverNow();
    if (!now) {
      return all;
    }
    const { hour, minute } = this.clock(now);
    const at = Number(hour) * 60 + Number(minute);
    return all.filter((p) => p.from === null || (p.from < p.until ? at >= p.from && at < p.until : at >= p.from || at < p.until));
  }

  clock(at) {
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone: this.zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }).formatToParts(at);
    const clock = Object.fromEntries(parts.map((p) => [p.type, p.value]));
    // the format writes 01 for the first
    return { ...clock, month: Number(clock.month), day: Number(clock.day) };
  }

  /** Once a second: whose turn it is on each stage. */
  beat() {
    const now = this.serverNow();
    const minute = now ? Math.floor(now / 60_000) : 0;
    if (minute !== this.minute) {
      this.minute = minute;
    }
    if (!this.envelope?.document.board || this.paused) {
      return;
    }
    const places = this.places();
    let turned = false;
    const turns = this.stagesOf(places).map((own, stage) => {
      const turn = this.turns[stage] ?? this.visit(stage, 0, own);
      const place = own[turn.place % Math.max(1, own.length)];
      if (!place) {
        return turn;
      }
      const steps = this.steps(place.kind);
      const now = Math.max(1, Math.min(steps, Math.floor(place.dwell / SHORTEST_STEP)));
      if (turn.since + 1 < place.dwell / now) {
        return { ...turn, since: turn.since + 1 };
      }
      turned = true;
      const step = (turn.step + 1) % steps;
      if (turn.shown + 1 < now) {
        return { ...turn, step, shown: turn.shown + 1, since: 0 };
      }
      this.reached.set(`${stage} ${place.kind}`, step);
      return this.visit(stage, (turn.place + 1) % own.length, own);
    });
    if (turned) {
      this.turns = turns;
    } else {
      turns.forEach((turn, stage) => Object.assign((this.turns[stage] ??= turn), turn));
    }
  }

  /** A page keeps its dwell whatever its length: a long list shows as many steps as there is time for, and goes on there the next time. */
  visit(stage, place, own) {
    return { place, step: this.reached.get(`${stage} ${own[place]?.kind}`) ?? 0, shown: 0, since: 0 };
  }

  steps(kind) {
    const view = this.view();
    return Math.max(1, this.safely(() => PAGES.get(kind).steps(this.data(kind), view), 1));
  }

  /** A step on by hand. */
  turn(by = 1) {
    const own = this.stagesOf(this.places());
    this.turns = own.map((places, stage) => {
      const turn = this.turns[stage] ?? this.visit(stage, 0, places);
      return places.length < 2 ? turn : this.visit(stage, (turn.place + by + places.length) % places.length, places);
    });
  }

  stagesOf(places) {
    const { stages } = this.frame;
    if (stages === 1 || places.length < 2) {
      return [places];
    }
    const rest = places.slice(1);
    const own = [places.slice(0, 1)];
    for (let i = 1; i < stages; i++) {
      own.push(rest.filter((_, at) => at % (stages - 1) === i - 1));
    }
    return own.filter((pages) => pages.length > 0);
  }

  view() {
    const stages = this.stagesOf(this.places()).length;
    return { board: this.envelope.document.board, ...this.frame, width: Math.floor((this.frame.canvas - 48 - 24 * (stages - 1)) / Math.max(1, stages)) };
  }

  data(kind) {
    return this.envelope.document.pages[kind]?.data ?? null;
  }

  safely(work, otherwise) {
    try {
      return work();
    } catch (problem) {
      console.warn('page', problem);
      return otherwise;
    }
  }

  render() {
    const e = this.envelope;
    if (!e) {
      return html`<div class="empty">${this.note || '正在读取数据…'}</div>`;
    }
    const { wall, board, notice } = e.document;
    return html`${this.head(wall, board, e)}${
      !board ? html`<div class="empty">${notice}</div>` : this.stagesShown()}`;
  }

  head(wall, board, e) {
    const now = this.serverNow();
    const c = now ? this.clock(now) : null;
    const read = this.clock(new Date(e.readAt));
    const today = c && read.day === c.day && read.month === c.month && read.year === c.year;
    const readText = `${today ? '' : `${read.month}月${read.day}日 `}${read.hour}:${read.minute}:${read.second}`;
    return html`<header>
      ${wall.logo ? html`<img class="logo" src="${this.base}/logo/${wall.logo}" alt="">` : nothing}
      <h1>${wall.title}</h1>
      <span class="scope">${board?.title ?? ''}</span>
      <span class="clock">
        ${this.stale ? html`<b class="stale">${this.stale === 'line' ? '连接中断' : '数据暂时读不到'} · 画面为 ${readText} 的数据</b>` : nothing}
        ${board ? html`<span>数据截至 <b>${day(board.dataAsOf, board.year)}</b></span><span>序时 <b>${percent(board.linear)}%</b></span>
          ${this.stale ? nothing : html`<span>刷新 <b>${readText}</b></span>`}` : nothing}
        ${c && !this.note ? html`<span>${c.month}月${c.day}日 周${WEEKDAYS[new Date(Date.UTC(c.year, c.month - 1, c.day)).getUTCDay()]}</span><span class="time">${c.hour}:${c.minute}</span>` : nothing}
        ${this.note ? html`<b class="stale">${this.note}</b>` : nothing}
      </span>
    </header>`;
  }

  stagesShown() {
    const places = this.places();
    if (places.length === 0) {
      const c = this.serverNow() ? this.clock(this.serverNow()) : null;
      return html`<div class="resting"><b>${c ? `${c.hour}:${c.minute}` : ''}</b>现在没有安排显示的页面</div>`;
    }
    const stages = this.stagesOf(places);
    return html`<div class="stages ${this.stale ? 'greyed' : ''}">${stages.map((own, at) => {
      const turn = this.turns[at] ?? { place: 0, step: 0 };
      const place = own[turn.place % own.length];
      // the list may have become shorter
      const step = turn.step % this.steps(place.kind);
      return html`<div class="stage" data-page=${place.kind} data-step=${step}>${keyed(place.kind, this.page(place.kind, step))}</div>`;
    })}</div>
    ${stages.at(-1).length > 1 ? html`<div class="progress">${stages.at(-1).map(
      (_, i) => html`<i class=${i === (this.turns[stages.length - 1]?.place ?? 0) % stages.at(-1).length ? 'now' : ''}></i>`)}</div>` : nothing}`;
  }

  /** A page that cannot draw what it was given draws what it drew last, and says so. */
  page(kind, step) {
    const page = PAGES.get(kind);
    const slice = this.envelope.document.pages[kind];
    const view = this.view();
    const kept = slice?.keptFrom ? this.keptNote(slice.keptFrom) : nothing;
    if (slice?.keptFrom && slice.data === null) {
      return html`<div class="empty">这一页的数据暂时读不到，其余页面不受影响。</div>`;
    }
    try {
      const drawn = page.render(slice?.data ?? null, view, step);
      this.lastGood.set(kind, { data: slice?.data ?? null, board: view.board, readAt: this.envelope.readAt });
      return html`${kept}${drawn}`;
    } catch (problem) {
      console.warn('page', kind, problem);
      const last = this.lastGood.get(kind);
      if (!last) {
        return html`<div class="empty">这一页暂时画不出来，其余页面不受影响。</div>`;
      }
      const c = this.clock(new Date(last.readAt));
      return html`${this.keptNote(`${c.hour}:${c.minute}:${c.second}`)}${this.safely(() => page.render(last.data, { ...view, board: last.board }, 0), nothing)}`;
    }
  }

  keptNote(time) {
    return html`<span class="kept">这一页暂时没有新数据，为 ${time} 的状态</span>`;
  }
}

customElements.get('guatu-wall') ?? customElements.define('guatu-wall', GuatuWall);
