import { LitElement, css, html, nothing } from './lib/lit.js';
import { day } from './figures.js';
import { light } from './lights.js';
import { wallStyles } from './wall-styles.js';

/**
 * 会议模式. A clicker sends PageDown/PageUp or arrows: → next, ← back, ↓ or Enter (B, or the clicker's blank key ".") opens and closes what
 * stands behind the item, D takes a decision down. The agenda is the one with which the meeting began.
 */
class GuatuMeeting extends LitElement {
  static styles = [wallStyles, css`
    :host { cursor: default !important; }
    main { flex: 1; min-height: 0; display: grid; gap: calc(24 * var(--u)); grid-template-columns: 1fr; }
    main.open { grid-template-columns: 5fr 7fr; }
    .item { justify-content: center; gap: calc(26 * var(--u)); padding: calc(40 * var(--u)) calc(60 * var(--u)); }
    .item .light { width: calc(96 * var(--u)); height: calc(96 * var(--u)); }
    .item .word { display: flex; align-items: center; gap: calc(24 * var(--u)); font-size: calc(48 * var(--u)); font-weight: 700; }
    .item strong { font-size: calc(72 * var(--u)); line-height: 1.2; font-weight: 800; }
    .item .figure { font-size: calc(110 * var(--u)); line-height: 1; font-weight: 800; white-space: nowrap; }
    .item .why, .item .who { font-size: calc(32 * var(--u)); color: var(--quiet); line-height: 1.5; } .item .who b { color: var(--text); }
    main.open .item { padding: calc(30 * var(--u)); } main.open .item strong { font-size: calc(46 * var(--u)); } main.open .item .figure { font-size: calc(72 * var(--u)); }
    main.open .item .light { width: calc(56 * var(--u)); height: calc(56 * var(--u)); } main.open .item .why, main.open .item .who { font-size: calc(26 * var(--u)); }
    .facts { display: grid; grid-template-columns: auto 1fr; gap: calc(8 * var(--u)) calc(24 * var(--u)); margin: 0 0 calc(18 * var(--u)); font-size: calc(26 * var(--u)); line-height: 1.35; }
    dt { color: var(--quiet); white-space: nowrap; } dd { margin: 0; overflow-wrap: anywhere; }
    table { border-collapse: collapse; width: 100%; font-size: calc(25 * var(--u)); } td { padding: calc(9 * var(--u)) calc(10 * var(--u)) calc(9 * var(--u)) 0; border-top: max(1px, var(--u)) solid var(--line); vertical-align: top; }
    td:first-child { color: var(--quiet); white-space: nowrap; } td:last-child { text-align: right; white-space: nowrap; padding-right: 0; }
    nav { display: flex; gap: calc(14 * var(--u)); align-items: center; color: var(--quiet); font-size: calc(22 * var(--u)); }
    button { font: inherit; color: var(--text); background: var(--track); border: 1px solid #33465c; border-radius: calc(8 * var(--u)); padding: calc(8 * var(--u)) calc(22 * var(--u)); min-height: 44px; cursor: pointer; }
    button:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
    .decided { color: var(--blue); font-weight: 700; }
    nav span { margin-left: auto; }
  `];
  static properties = { agenda: {}, evidence: {}, mayDecide: {}, sentence: {}, at: { state: true }, open: { state: true }, taken: { state: true } };

  constructor() {
    super();
    this.at = 0;
    this.open = false;
    this.taken = new Map();
    this.keys = this.keys.bind(this);
    this.fit = this.fit.bind(this);
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.keys);
    window.addEventListener('resize', this.fit);
    this.fit();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.keys);
    window.removeEventListener('resize', this.fit);
  }

  fit() {
    const portrait = innerHeight > innerWidth;
    this.toggleAttribute('portrait', portrait);
    this.style.setProperty('--u', `${portrait ? Math.min(innerWidth / 1080, innerHeight / 1920) : Math.min(innerWidth / 1920, innerHeight / 1080)}px`);
  }

  keys(e) {
    // a dialog is open or somebody writes: the keys belong there
    if (e.defaultPrevented || document.querySelector('vaadin-dialog[opened], vaadin-dialog-overlay') || /^(input|textarea)$/i.test(e.composedPath()[0].localName ?? '')) {
      return;
    }
    const work = {
      ArrowRight: () => this.go(1), PageDown: () => this.go(1), ArrowLeft: () => this.go(-1), PageUp: () => this.go(-1),
      ArrowDown: () => this.show(!this.open), Enter: () => this.show(!this.open), '.': () => this.show(!this.open), b: () => this.show(!this.open),
      ArrowUp: () => this.show(false), Escape: () => this.show(false), d: () => this.decide(), D: () => this.decide(), Home: () => this.go(-this.at),
    }[e.key];
    if (work && !(e.key === 'Enter' && e.composedPath()[0].localName === 'button')) {
      e.preventDefault();
      work();
    }
  }

  go(by) {
    this.at = Math.max(0, Math.min((this.agenda?.items.length ?? 1) - 1, this.at + by));
    if (this.open) {
      this.show(true);
    }
  }

  show(open) {
    this.open = open;
    if (open) {
      this.evidence = undefined;
      this.$server.evidence(this.at);
    }
  }

  decide() {
    if (this.mayDecide && this.agenda?.items.length) {
      this.$server.decide(this.at);
    }
  }

  decided(at) {
    this.taken = new Map(this.taken).set(at, (this.taken.get(at) ?? 0) + 1);
  }

  render() {
    if (this.sentence) {
      return html`<div class="empty">${this.sentence}</div>`;
    }
    const items = this.agenda?.items ?? [];
    if (items.length === 0) {
      return html`<div class="empty">${this.agenda ? '没有红灯和督办事项，会议可以谈别的了。' : '正在读取数据…'}</div>`;
    }
    const item = items[this.at];
    return html`
      <header><h1>会议模式</h1><span class="scope">${this.agenda.year} 年度 · 红灯和督办事项</span>
        <span class="clock"><span>数据截至 <b>${day(this.agenda.cutOff, this.agenda.year)}</b></span><span class="time">${this.at + 1} / ${items.length}</span></span></header>
      <main class=${this.open ? 'open' : ''}>
        <section class="item" aria-live="polite">
          <div class="word ${item.light}">${light(item.light, item.word)}${item.word}</div>
          <strong>${item.title}</strong>
          <div class="figure ${item.light}">${item.figure}</div>
          <div class="why">${item.reason}</div>
          <div class="who">牵头 <b>${item.lead}</b>　责任 <b>${item.people || '—'}</b></div>
          ${this.taken.has(this.at) ? html`<div class="decided">本项已记下 ${this.taken.get(this.at)} 项议定</div>` : nothing}
        </section>
        ${this.open ? html`<section>${this.behind()}</section>` : nothing}
      </main>
      <nav><button @click=${() => this.go(-1)}>← 上一项</button><button @click=${() => this.go(1)}>下一项 →</button>
        <button @click=${() => this.show(!this.open)}>${this.open ? '收起依据' : '查看依据 ↓'}</button>
        ${this.mayDecide ? html`<button @click=${() => this.decide()}>记下议定 D</button>` : nothing}
        <span>翻页笔：← → 换项，↓ 依据，D 议定</span></nav>`;
  }

  behind() {
    if (!this.evidence) {
      return html`<div class="empty">正在读取依据…</div>`;
    }
    const { facts, rows, more } = this.evidence;
    return html`<h2>依据</h2><dl class="facts">${facts.map((f) => html`<dt>${f.name}</dt><dd>${f.value}</dd>`)}</dl>
      ${rows.length ? html`<table><tbody>${rows.map((r) => html`<tr><td>${day(r.day, this.agenda.year)}</td><td>${r.text}</td><td>${r.figure}</td></tr>`)}</tbody></table>` : html`<p class="quiet">没有计入记录。</p>`}
      ${more ? html`<p class="quiet">另有 ${more} 条，见口径卡。</p>` : nothing}`;
  }
}

customElements.get('guatu-meeting') ?? customElements.define('guatu-meeting', GuatuMeeting);
