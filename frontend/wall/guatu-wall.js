import { LitElement, html, nothing } from 'lit';
import { light } from './lights.js';
import { day, percent, points, quantity } from './figures.js';
import { wallStyles } from './wall-styles.js';

const PAGE_MILLIS = 15_000;
const TICK_MILLIS = 300;
const PROBE_MILLIS = 3_000;

/**
 * The wall's first page. It is given one immutable snapshot at a time (property `board`, the JSON of GET /api/v1/board)
 * and answers "where do we push?": worst first, one line a target, the tick of 序时 through every bar.
 *
 * When the server is out of reach the last picture stays, greyed, with its time; when it answers again the page loads anew.
 */
class GuatuWall extends LitElement {
  static styles = wallStyles;

  static properties = {
    board: { attribute: false },
    failing: { attribute: false },
    notice: { attribute: false },
    stale: { state: true },
    page: { state: true },
    latePage: { state: true },
    rows: { state: true }
  };

  constructor() {
    super();
    this.page = 0;
    this.latePage = 0;
    this.rows = 12;
    this.stale = false;
    this.failing = false;
    this.notice = '';
    this.fit = this.fit.bind(this);
    this.connectionChanged = this.connectionChanged.bind(this);
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('resize', this.fit);
    window.Vaadin?.connectionState?.addStateChangeListener(this.connectionChanged);
    this.turning = setInterval(() => this.turn(), PAGE_MILLIS);
    this.fit();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.fit);
    window.Vaadin?.connectionState?.removeStateChangeListener(this.connectionChanged);
    clearInterval(this.turning);
    clearInterval(this.probing);
  }

  /** One logical pixel of the 1920×1080 design in real pixels; the picture scales, it never stretches. */
  fit() {
    const portrait = window.innerHeight > window.innerWidth;
    this.toggleAttribute('portrait', portrait);
    const unit = portrait
      ? Math.min(window.innerWidth / 1080, window.innerHeight / 1920)
      : Math.min(window.innerWidth / 1920, window.innerHeight / 1080);
    this.style.setProperty('--u', `${unit}px`);
    const available = portrait ? window.innerHeight / unit * 0.42 : window.innerHeight / unit - 300;
    this.rows = Math.max(5, Math.floor(available / 60));
  }

  connectionChanged(_previous, current) {
    if (current === 'connected') {
      this.stale = false;
      clearInterval(this.probing);
    } else if (current === 'connection-lost' || current === 'reconnecting') {
      this.stale = true;
      clearInterval(this.probing);
      this.probing = setInterval(() => this.probe(), PROBE_MILLIS);
    }
  }

  /** The picture is not fresh: the line is down, or the server cannot read its figures. */
  get old() {
    return this.stale || this.failing;
  }

  async probe() {
    try {
      const answer = await fetch(window.location.href, { cache: 'no-store', redirect: 'follow' });
      if (answer.ok) {
        window.location.reload();
      }
    } catch {
      this.stale = true;
    }
  }

  turn() {
    this.page += 1;
    this.latePage += 1;
  }

  willUpdate(changed) {
    if (changed.has('board')) {
      this.before = changed.get('board');
    }
  }

  updated(changed) {
    if (changed.has('board') && this.before && this.board) {
      this.showWhatMoved(this.before, this.board);
    }
  }

  showWhatMoved(before, now) {
    const last = new Map(figuresOf(before));
    for (const [key, rate] of figuresOf(now)) {
      if (last.has(key) && last.get(key) !== rate) {
        const place = this.renderRoot.querySelector(`[data-figure="${CSS.escape(key)}"]`);
        if (place) {
          tick(place, last.get(key), rate);
          pulse(place.closest('.row, .overall')?.querySelector('.light'));
        }
      }
    }
  }

  render() {
    const b = this.board;
    if (!b) {
      return html`<div class="empty">${this.notice || '正在读取数据…'}</div>`;
    }
    return html`
      <header>
        <h1>挂图作战</h1>
        <span class="scope">${b.title}</span>
        <span class="clock">
          ${this.old ? html`<b class="stale">${this.stale ? '连接中断' : '数据暂时读不到'}，画面为 ${b.refreshedAt} 的数据</b>` : nothing}
          数据截至 <b>${day(b.dataAsOf, b.year)}</b> 刷新 <b>${b.refreshedAt}</b> 序时进度 <b>${percent(b.linear)}%</b>
        </span>
      </header>
      ${b.targets.length === 0 ? this.nothingYet() : this.panels(b)}
    `;
  }

  nothingYet() {
    return html`<div class="empty">本年度还没有指标。请管理员在“导入导出”中导入年度任务一张表。</div>`;
  }

  panels(b) {
    return html`
      <main class=${this.old ? 'greyed' : ''}>
        <section class="overall">${this.overall(b)}</section>
        <section class="trend">
          <h2>全年走势<small>实线 完成 · 虚线 序时</small></h2>
          <div class="chart"><slot name="trend"></slot></div>
        </section>
        <section class="targets">${this.targets(b)}</section>
        <section class="streets">${this.units('街道', '完成率%·按份额归集', b.streets, 'street')}</section>
        <section class="departments">${this.units('牵头科室', '完成率%', b.departments, 'department')}</section>
      </main>
      ${this.late(b)}
    `;
  }

  overall(b) {
    const o = b.overall;
    const p = percent(o.rate);
    return html`
      <h2>年度综合完成率<small>${o.targets} 项加权${o.withoutRate ? ` · ${o.withoutRate} 项无值` : ''}</small></h2>
      <div class="big"><b data-figure="overall">${p ?? '—'}</b>${p === null ? nothing : html`<i>%</i>`}</div>
      <div class="verdict ${o.light}">${light(o.light, o.word)} ${verdict(o)}</div>
      <div class="counts">${b.counts.map(
        (c) => html`<div class="count"><b class=${c.light}>${c.number}</b><span>${light(c.light, c.word)}${c.word}</span></div>`
      )}</div>
    `;
  }

  targets(b) {
    const pages = Math.max(1, Math.ceil(b.targets.length / this.rows));
    const page = this.page % pages;
    const shown = b.targets.slice(page * this.rows, (page + 1) * this.rows);
    return html`
      <h2>指标${pages > 1 ? html`<small class="pages">${page + 1} / ${pages}</small>` : nothing}
        <small>条 完成率　｜ 序时　右 较序时（个百分点）</small></h2>
      <div class="rows" style="--rows:${this.rows}">
        ${shown.map(
          (t) => html`
            <div class="row">
              ${light(t.light, t.word)}
              <span class="name ${t.level ? 'part' : ''}">${t.level ? html`<em>其中</em> ` : nothing}${t.name}
                <small>${t.provisional ? html`<u>预</u> ` : nothing}${t.target === null ? '—' : quantity(t.target)} ${t.unit}${
                  t.missing ? html` <u>未报 ${t.missing}</u>` : nothing
                }</small></span>
              ${bar(t)}
              ${figure(`t:${t.code}`, t.rate, t.light === 'GREY' ? '未报' : '—', true)}
              <span class="points">${points(t.deviation)}</span>
            </div>
          `
        )}
      </div>
    `;
  }

  units(title, note, units, kind) {
    return html`
      <h2>${title}<small>${note}</small></h2>
      <div class="rows" style="--rows:${Math.max(6, units.length)}">
        ${units.map(
          (u) => html`
            <div class="row unit">
              ${light(u.light, u.word)}
              <span class="name">${u.name}</span>
              ${bar(u)}
              ${figure(`${kind}:${u.name}`, u.rate, '—', false)}
            </div>
          `
        )}
      </div>
    `;
  }

  late(b) {
    if (b.late.length === 0) {
      return html`<footer class="calm ${this.old ? 'greyed' : ''}">${light('GREEN', '按期')} 没有逾期节点</footer>`;
    }
    const atOnce = this.hasAttribute('portrait') ? 1 : 2;
    const pages = Math.ceil(b.late.length / atOnce);
    const page = this.latePage % pages;
    return html`
      <footer class=${this.old ? 'greyed' : ''}>
        ${b.late.slice(page * atOnce, (page + 1) * atOnce).map(
          (n) => html`<span class="late">${light(n.light, n.word)}<b class=${n.light}>逾期 ${n.daysLate} 工作日</b>
            <strong>${n.project} · ${n.node}</strong><small>${n.department} ${n.owner ?? '未定责任人'}</small></span>`
        )}
        <span class="total">${page + 1} / ${pages}　逾期节点 ${b.lateTotal}</span>
      </footer>
    `;
  }
}

function verdict(o) {
  if (o.deviation === null || o.deviation === undefined) {
    return '暂无完成率';
  }
  const distance = points(o.deviation).slice(1);
  if (distance === '0.0') {
    return '与序时持平';
  }
  return o.deviation < 0 ? `落后序时 ${distance} 个百分点` : `超序时 ${distance} 个百分点`;
}

/** The bar fills to 100 %; what goes beyond is told by the figure beside it, which is never clamped. */
function bar(x) {
  const width = x.rate === null || x.rate === undefined ? 0 : Math.max(0, Math.min(1, x.rate)) * 100;
  const at = x.expected === null || x.expected === undefined ? null : Math.max(0, Math.min(1, x.expected)) * 100;
  return html`<span class="bar"><i class=${x.light} style="width:${width}%"></i>${
    at === null ? nothing : html`<s style="left:${at}%"></s>`
  }</span>`;
}

function figure(key, rate, absent, sign) {
  const p = percent(rate);
  return html`<span class="rate ${p === null ? 'absent' : ''}" data-figure=${key}>${p === null ? absent : p + (sign ? '%' : '')}</span>`;
}

function* figuresOf(board) {
  yield ['overall', board.overall.rate];
  for (const t of board.targets) yield [`t:${t.code}`, t.rate];
  for (const u of board.streets) yield [`street:${u.name}`, u.rate];
  for (const u of board.departments) yield [`department:${u.name}`, u.rate];
}

/** Counts a figure from its old to its new value over 300 ms; the text node that lit owns gets its final value back. */
function tick(place, from, to) {
  const text = [...place.childNodes].find((n) => n.nodeType === Node.TEXT_NODE && n.data.trim() !== '');
  if (!text || typeof from !== 'number' || typeof to !== 'number') {
    return;
  }
  const last = text.data;
  const suffix = last.endsWith('%') ? '%' : '';
  const start = performance.now();
  const step = (now) => {
    const share = Math.min(1, (now - start) / TICK_MILLIS);
    if (share < 1) {
      text.data = percent(from + (to - from) * share) + suffix;
      requestAnimationFrame(step);
    } else {
      text.data = last;
    }
  };
  requestAnimationFrame(step);
}

function pulse(icon) {
  icon?.animate([{ transform: 'scale(1)' }, { transform: 'scale(1.5)' }, { transform: 'scale(1)' }], { duration: 900 });
}

customElements.define('guatu-wall', GuatuWall);
