import { css, html } from '../lib/lit.js';
import { light } from '../lights.js';
import { day } from '../figures.js';
import { part, stepsOf, title } from '../parts.js';

const styles = css`
  .d .sum { display: flex; gap: calc(56 * var(--u)); align-items: baseline; padding-bottom: calc(12 * var(--u)); border-bottom: max(1px, var(--u)) solid var(--line); color: var(--quiet); white-space: nowrap; }
  .d .sum b { color: var(--text); font-size: calc(46 * var(--u)); line-height: 1.1; font-weight: 700; margin-right: calc(10 * var(--u)); }
  .d .sum b.RED { color: var(--red); }
  .d { flex: 1; min-height: 0; }
  .d .row { grid-template-columns: calc(32 * var(--u)) minmax(0, 1fr) calc(210 * var(--u)) calc(120 * var(--u)) calc(220 * var(--u)); }
  :host([portrait]) .d .row { grid-template-columns: calc(32 * var(--u)) minmax(0, 1fr) calc(250 * var(--u)); }
  :host([portrait]) .d .row .lead, :host([portrait]) .d .row .state { display: none; }
  .d .matter { font-size: calc(28 * var(--u)); line-height: 1.3; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
  .d .lead, .d .state { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .d .state { color: var(--quiet); }
  .d .due { text-align: right; white-space: nowrap; } .d .due b { font-size: calc(30 * var(--u)); } .d .due small { display: block; color: var(--quiet); font-size: calc(21 * var(--u)); }
`;

const rows = (view) => Math.max(4, Math.floor((view.height - 190) / 84));

export default {
  kind: 'DECISIONS',
  styles,
  steps: (data, view) => (data ? stepsOf(data.items, rows(view)) : 1),
  render(data, view, step) {
    const note = '会上定的事办到哪一步；到期最早的在前';
    if (!data || data.total === 0) {
      return html`${title('会议议定', note, 0, 1)}<div class="empty">本年度还没有议定事项。<br>在会议模式中当场记录，或在“会议”中录入。</div>`;
    }
    if (data.items.length === 0) {
      return html`${title('会议议定', note, 0, 1)}<div class="empty">${data.total} 项议定事项已全部办结。</div>`;
    }
    return html`${title('会议议定', note, step, this.steps(data, view))}
      <section class="d">
        <div class="sum"><span><b>${data.open}</b>在办</span><span><b class=${data.late ? 'RED' : ''}>${data.late}</b>超期</span>
          ${data.counts.map((c) => html`<span><b>${c.number}</b>${c.word}</span>`)}</div>
        <div class="rows" style="--rows:${rows(view)}">${part(data.items, rows(view), step).map((d) => {
          const key = d.late ? 'RED' : d.days <= 7 ? 'DUE_SOON' : 'NOT_DUE';
          return html`<div class="row">${light(key, d.late ? '超期' : d.days <= 7 ? '临期' : '未到期')}
            <span class="matter">${d.matter}</span><span class="lead">${d.lead}</span><span class="state">${d.status}</span>
            <span class="due"><b class=${key}>${d.late ? `超期 ${-d.days} 天` : d.days === 0 ? '今天到期' : `还有 ${d.days} 天`}</b><small>${day(d.due, view.board.year)}到期</small></span></div>`;
        })}</div>
      </section>`;
  },
};
