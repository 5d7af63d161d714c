import { LitElement, css, html } from './lib/lit.js';
import './guatu-wall.js';

const DAY = 86_400_000;
const PLAY_MILLIS = 450;
const iso = (millis) => new Date(millis).toISOString().slice(0, 10);

/**
 * The year day by day: a slider under the wall. ← → a day, PgUp PgDn a month, Home End, space plays and pauses, K changes between
 * "as known then", "as known now" and "as published", where it goes from one publication to the next. Pictures that were seen are kept
 * here, and on the server.
 */
const WAYS = { then: '当日所知', now: '现在所知', published: '发布口径' };
class GuatuReplay extends LitElement {
  static styles = css`
    :host { position: fixed; inset: 0; background: #0b1016; --bar: max(64px, 6.6vh); }
    .wall { position: absolute; inset: 0 0 var(--bar) 0; transform: translateZ(0); overflow: hidden; }
    .wall guatu-wall { position: absolute; cursor: default; }
    nav { position: absolute; inset: auto 0 0 0; height: var(--bar); display: flex; align-items: center; gap: 20px; padding: 0 24px; box-sizing: border-box;
      background: #121a23; border-top: 1px solid #223041; color: #e8eef5; font: 500 max(18px, 2.2vh) / 1.2 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; font-variant-numeric: tabular-nums; }
    button { font: inherit; color: inherit; background: #1d2835; border: 1px solid #33465c; border-radius: 6px; padding: 8px 18px; min-height: 44px; cursor: pointer; white-space: nowrap; }
    button:focus-visible, input:focus-visible { outline: 3px solid #5aa9ff; outline-offset: 2px; }
    input { flex: 1; accent-color: #5aa9ff; min-width: 0; height: 32px; }
    b { min-width: 6.5em; text-align: right; font-weight: 700; }
    p { position: absolute; inset: 0; display: grid; place-content: center; color: #9fb0c2; font-size: 28px; margin: 0; }
  `;
  static properties = { first: {}, last: {}, editions: {}, sentence: {}, at: { state: true }, way: { state: true }, playing: { state: true }, envelope: { state: true } };

  constructor() {
    super();
    this.way = 'then';
    this.kept = new Map();
    this.keys = this.keys.bind(this);
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.keys);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.keys);
    clearTimeout(this.timer);
  }

  /** The server's answer; one that was overtaken by the slider is only kept. */
  shows(key, envelope) {
    this.kept.set(key, envelope);
    this.at ??= key.slice(0, 10);
    if (key === this.key()) {
      this.envelope = envelope;
      if (this.playing) {
        this.timer = setTimeout(() => this.forward(), this.way === 'published' ? 3 * PLAY_MILLIS : PLAY_MILLIS);
      }
    }
  }

  /** The publication that was the last one on this day. */
  edition() {
    return (this.editions ?? []).findLast((each) => each.cutOff <= this.at);
  }

  /** What the server calls the picture that is to be shown. */
  key() {
    return this.way === 'published' ? String(this.edition()?.id) : `${this.at} ${this.way === 'then'}`;
  }

  ask() {
    clearTimeout(this.timer);
    const known = this.kept.get(this.key());
    if (known) {
      this.shows(this.key(), known);
    } else {
      // while the slider is drawn only the place where it rests is asked for
      this.timer = setTimeout(
        () => (this.way === 'published' ? this.$server.publication(this.key()) : this.$server.show(this.at, this.way === 'then')),
        this.playing ? 0 : 60
      );
    }
  }

  to(millis) {
    this.at = iso(Math.max(Date.parse(this.first), Math.min(Date.parse(this.last), millis)));
    if (this.way === 'published' && this.at < this.editions[0].cutOff) {
      this.at = this.editions[0].cutOff;
    }
    this.ask();
  }

  /** A step of days, or to the publication before or after. */
  step(days) {
    if (this.way !== 'published') {
      return this.to(Date.parse(this.at) + days * DAY);
    }
    const all = this.editions;
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(this.edition()) + Math.sign(days)))];
    return this.to(Date.parse(next.cutOff));
  }

  ended() {
    return this.way === 'published' ? this.edition() === this.editions.at(-1) : this.at >= this.last;
  }

  forward() {
    if (this.ended()) {
      this.playing = false;
    } else {
      this.step(1);
    }
  }

  play() {
    this.playing = !this.playing;
    clearTimeout(this.timer);
    if (this.playing) {
      this.ended() ? this.to(Date.parse(this.first)) : this.forward();
    }
  }

  keys(e) {
    const steps = { ArrowLeft: -1, ArrowRight: 1, PageUp: -30, PageDown: 30 };
    if (e.key in steps) {
      this.step(steps[e.key]);
    } else if (e.key === 'Home') {
      this.to(Date.parse(this.first));
    } else if (e.key === 'End') {
      this.to(Date.parse(this.last));
    } else if (e.key === ' ') {
      this.play();
    } else if (e.key === 'k' || e.key === 'K') {
      this.change();
    } else {
      return;
    }
    e.preventDefault();
  }

  /** The next way to look at it; without a publication there are two. */
  change() {
    const ways = Object.keys(WAYS).filter((way) => way !== 'published' || this.editions?.length);
    this.way = ways[(ways.indexOf(this.way) + 1) % ways.length];
    this.to(Date.parse(this.at));
  }

  updated() {
    const wall = this.renderRoot.querySelector('guatu-wall');
    if (wall && this.envelope && wall.envelope !== this.envelope) {
      wall.note = this.note();
      wall.envelope = this.envelope;
    }
  }

  note() {
    return this.way === 'published'
      ? `回放 · ${this.edition().label}发布口径`
      : this.way === 'then' ? `回放 · ${this.say()}当日所知` : `回放 · ${this.say()}，按现在所知`;
  }

  say() {
    const [y, m, d] = this.at.split('-').map(Number);
    return `${y}年${m}月${d}日`;
  }

  render() {
    if (this.sentence) {
      return html`<p>${this.sentence}</p>`;
    }
    if (!this.at) {
      return html`<p>正在读取…</p>`;
    }
    const days = (Date.parse(this.last) - Date.parse(this.first)) / DAY;
    return html`<div class="wall"><guatu-wall .inset=${true}></guatu-wall></div>
      <nav aria-label="回放">
        <button @click=${() => this.play()}>${this.playing ? '❚❚ 暂停' : '▶ 播放'}</button>
        <input type="range" min="0" max=${days} .value=${String((Date.parse(this.at) - Date.parse(this.first)) / DAY)} aria-label="日期" aria-valuetext=${this.say()}
          @input=${(e) => this.to(Date.parse(this.first) + Number(e.target.value) * DAY)} @keydown=${(e) => e.preventDefault()}>
        <b>${this.say()}</b>
        <button @click=${() => this.change()} aria-label="口径：${WAYS[this.way]}，换一种">${WAYS[this.way]} K</button>
      </nav>`;
  }
}

customElements.get('guatu-replay') ?? customElements.define('guatu-replay', GuatuReplay);
