import { LitElement, css, html } from './lib/lit.js';

const ASK_AGAIN = 3000;
const AFTER_FAILURE = 10_000;

/** A television that belongs to nobody: a code, and what to do with it. Says `paired` when an administrator has confirmed it. */
class GuatuPairing extends LitElement {
  static styles = css`
    :host { position: fixed; inset: 0; display: grid; place-content: center; text-align: center; gap: 2.2vmin; background: #0b1016; color: #e8eef5;
      font: 500 3.2vmin / 1.5 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif; }
    h1 { margin: 0; font-size: 4.6vmin; font-weight: 700; }
    .code { font: 800 min(17vmin, 13vw) / 1.2 ui-monospace, 'DejaVu Sans Mono', Consolas, monospace; letter-spacing: .06em; white-space: nowrap; }
    p { margin: 0; color: #9fb0c2; } b { color: #e8eef5; font-weight: 600; }
  `;
  static properties = { code: { state: true }, problem: { state: true }, reason: { attribute: false } };

  connectedCallback() {
    super.connectedCallback();
    this.ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  async ask() {
    try {
      const answer = await fetch('/screen/pairing', { method: 'POST', signal: AbortSignal.timeout(15_000) });
      const body = await answer.json();
      if (!answer.ok) {
        throw new Error(body.detail);
      }
      this.problem = '';
      this.code = body.code;
      this.ticket = body.ticket;
      this.later(() => this.claim(), ASK_AGAIN);
    } catch (problem) {
      this.code = '';
      this.problem = problem instanceof TypeError || problem.name === 'TimeoutError' ? '连接不上服务器，正在重试…' : problem.message;
      this.later(() => this.ask(), AFTER_FAILURE);
    }
  }

  async claim() {
    try {
      const answer = await fetch('/screen/pairing/claim', {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ticket: this.ticket }), signal: AbortSignal.timeout(15_000),
      });
      if (answer.status === 200) {
        this.dispatchEvent(new Event('paired'));
      } else if (answer.status === 404) {
        this.ask();
      } else {
        this.later(() => this.claim(), ASK_AGAIN);
      }
    } catch {
      this.later(() => this.claim(), AFTER_FAILURE);
    }
  }

  later(work, millis) {
    clearTimeout(this.timer);
    this.timer = setTimeout(work, millis);
  }

  render() {
    return html`<h1>${this.reason === 'REVOKED' ? '这块大屏的配对已解除，请重新配对' : '这块大屏还没有配对'}</h1>
      <div class="code" aria-live="polite">${this.code ? `${this.code.slice(0, 4)} ${this.code.slice(4)}` : '····'}</div>
      <p>${this.problem || html`请系统管理员登录 <b>${location.host}</b>，打开 <b>挂图 → 大屏配对</b>，输入上面的配对码。<br>配对一次即可，以后开机不用登录；配对码每 10 分钟更换。`}</p>`;
  }
}

customElements.define('guatu-pairing', GuatuPairing);
