import { LitElement, css, html } from './lib/lit.js';
import './guatu-wall.js';

const DAY = 86_400_000;
const PLAY_MILLIS = 450;
const iso = (millis) => new Date(millis).toISOString().slice(0, 10);

/**
 * The year day by day: a slider under the wall. ← → a day, PgUp PgDn a month, Home End, space plays and pauses, K changes between
 * "as known then" and "as known now". Pictures that were seen are kept here, and on the server.
 */
class GuatuReplay extends LitElement {
  static styles = css`
    :host { position: fixed; inset: 0; background: #0b1016; --bar: max(64px, 6.6vh); }
    .wall { position: absolute; inset: 0 0 var(--bar) 0; transform: translateZ(0); overflow: hidden; }
    .wall guatu-wall { position: absolute; cursor: default; }
    nav { position: absolute; inset: auto 0 0 0; height: var(--bar); display: flex; align-items: center; gap: 20px; padding: 0 24px; box-sizing: border-box;
      background: #121a23; border-top: 1px solid #223041; color: #e8eef5; font: 500 max(18px, 2.2vh) / 1.2 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; font-variant-numeric: tabular-nums; }
    button { font: inherit; color: inherit; background: #1d2835; border: 1px solid #33465c; border-radius: 6px; padding: 8px 18px; min-height: 44px; cursor: pointer; white-space: nowrap; }
    button:focus-visible, input:focus-visible { outline: 3px solid #5aa9ff; outline-offset: 2px; }
    button[aria-pressed='true'] { border-color: #5aa9ff; }
    input { flex: 1; accent-color: #5aa9ff; min-width: 0; height: 32px; }
    b { min-width: 6.5em; text-align: right; font-weight: 700; }
    p { position: absolute; inset: 0; display: grid; place-content: center; color: #9fb0c2; font-size: 28px; margin: 0; }
  `;
  static properties = { first: {}, last: {}, sentence: {}, at: { state: true }, then: { state: true }, playing: { state: true }, envelope: { state: true } };

  constructor() {
    super();
    this.then = true;
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
  shows(day, then, envelope) {
    this.kept.set(`${day} ${then}`, envelope);
    this.at ??= day;
    if (day === this.at && then === this.then) {
      this.envelope = envelope;
      if (this.playing) {
        this.timer = setTimeout(() => this.forward(), PLAY_MILLIS);
      }
    }
  }

  ask() {
    clearTimeout(this.timer);
    const known = this.kept.get(`${this.at} ${this.then}`);
    if (known) {
      this.shows(this.at, this.then, known);
    } else {
      // while the slider is drawn only the place where it rests is asked for
      this.timer = setTimeout(() => this.$server.show(this.at, this.then), this.playing ? 0 : 60);
    }
  }

  to(millis) {
    this.at = iso(Math.max(Date.parse(this.first), Math.min(Date.parse(this.last), millis)));
    this.ask();
  }

  forward() {
    if (this.at >= this.last) {
      this.playing = false;
    } else {
      this.to(Date.parse(this.at) + DAY);
    }
  }

  play() {
    this.playing = !this.playing;
    clearTimeout(this.timer);
    if (this.playing) {
      this.at >= this.last ? this.to(Date.parse(this.first)) : this.forward();
    }
  }

  keys(e) {
    const now = Date.parse(this.at);
    const steps = { ArrowLeft: -DAY, ArrowRight: DAY, PageUp: -30 * DAY, PageDown: 30 * DAY };
    if (e.key in steps) {
      this.to(now + steps[e.key]);
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

  change() {
    this.then = !this.then;
    this.ask();
  }

  updated() {
    const wall = this.renderRoot.querySelector('guatu-wall');
    if (wall && this.envelope && wall.envelope !== this.envelope) {
      wall.note = this.then ? `回放 · ${this.say()}当日所知` : `回放 · ${this.say()}，按现在所知`;
      wall.envelope = this.envelope;
    }
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
        <button aria-pressed=${this.then} @click=${() => this.change()}>${this.then ? '当日所知' : '现在所知'}</button>
      </nav>`;
  }
}

customElements.get('guatu-replay') ?? customElements.define('guatu-replay', GuatuReplay);
