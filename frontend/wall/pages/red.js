import { css, html, nothing } from '../lib/lit.js';
import { light } from '../lights.js';
import { points, quantity, shortUnit } from '../figures.js';
import { bar, figure, stepsOf, part, title } from '../parts.js';

const styles = css`
  .r { flex: 1; min-height: 0; display: grid; gap: calc(16 * var(--u)); grid-template-columns: 42fr 58fr; }
  .r.one { grid-template-columns: 1fr; }
  :host([portrait]) .r { grid-template-columns: 1fr; grid-template-rows: 2fr 3fr; }
  .r .row.target { grid-template-columns: calc(32 * var(--u)) minmax(0, 1fr) calc(130 * var(--u)) calc(90 * var(--u)); align-content: center; row-gap: calc(8 * var(--u)); }
  .r .target .bar { grid-column: 2 / -1; }
  .r .target .need { grid-column: 2 / -1; color: var(--quiet); font-size: calc(22 * var(--u)); }
  .r .few .row.target { grid-template-columns: calc(44 * var(--u)) minmax(0, 1fr) calc(190 * var(--u)) calc(104 * var(--u)); row-gap: calc(12 * var(--u)); }
  .r .few .target > .light { width: calc(40 * var(--u)); height: calc(40 * var(--u)); }
  .r .few .target .name { font-size: calc(32 * var(--u)); }
  .r .few .target .rate { font-size: calc(54 * var(--u)); line-height: 1; }
  .r .few .target .points { font-size: calc(30 * var(--u)); }
  .r .few .target .need { font-size: calc(26 * var(--u)); }
  .r .row.node { grid-template-columns: calc(32 * var(--u)) minmax(0, 1fr) auto calc(190 * var(--u)); }
  .r .node .days { text-align: right; font-size: calc(24 * var(--u)); white-space: nowrap; } .r .node .days b { font-size: calc(34 * var(--u)); }
  .r .node small { color: var(--quiet); font-size: calc(22 * var(--u)); white-space: nowrap; }
  .fresh { color: var(--ground); background: var(--red); border-radius: calc(4 * var(--u)); padding: 0 calc(8 * var(--u)); font-size: calc(20 * var(--u)); font-weight: 700; margin-right: calc(8 * var(--u)); }
`;

const nodeRows = (view) => Math.max(4, Math.floor((view.portrait ? view.height * 0.55 : view.height - 150) / 66));
const targetRows = (view) => Math.max(2, Math.floor((view.portrait ? view.height * 0.32 : view.height - 150) / 128));

export default {
  kind: 'RED',
  styles,
  steps: (data, view) => (data ? Math.max(stepsOf(data.nodes, nodeRows(view)), stepsOf(data.targets, targetRows(view))) : 1),
  render(data, view, step) {
    if (!data || (data.nodes.length === 0 && data.targets.length === 0)) {
      return html`${title('本周红灯', '', 0, 1)}<div class="empty">${light('GREEN', '达序时')}<br>没有红灯。</div>`;
    }
    const targets = part(data.targets, targetRows(view), step % stepsOf(data.targets, targetRows(view)));
    // Few reds have the room of the whole page: they are what it is about.
    const places = Math.max(targets.length, Math.ceil(targetRows(view) / 2));
    const nodes = part(data.nodes, nodeRows(view), step % stepsOf(data.nodes, nodeRows(view)));
    return html`${title('本周红灯', `指标 ${data.targets.length} 项 · 节点 ${data.total} 个${data.fresh ? ` · 其中近五个工作日新增 ${data.fresh} 个` : ''}`, step, this.steps(data, view))}
      <div class="r ${data.targets.length && data.nodes.length ? '' : 'one'}">
        ${data.targets.length
          ? html`<section><h2>指标<small>落后序时 30 个百分点以上</small></h2><div class="rows ${places < targetRows(view) ? 'few' : ''}" style="--rows:${places}">${targets.map(
              (t) => html`<div class="row target">${light(t.light, t.word)}<span class="name">${t.name}</span>
                ${figure(`red:${t.name}`, t.rate)}<span class="points">${points(t.deviation)}</span>${bar(t)}
                <span class="need">${t.department}${t.requiredPerMonth === null ? nothing : ` · 余下每月须完成 ${quantity(round(t.requiredPerMonth))} ${shortUnit(t.unit)}`}</span></div>`
            )}</div></section>`
          : nothing}
        ${data.nodes.length
          ? html`<section><h2>节点<small>逾期超过 10 个工作日</small></h2><div class="rows" style="--rows:${nodeRows(view)}">${nodes.map(
              (n) => html`<div class="row node">${light(n.light, n.word)}
                <span class="name">${n.fresh ? html`<span class="fresh">新</span>` : nothing}${n.project} · ${n.node}</span>
                <small>${n.department}　${n.owner}</small><span class="days RED">逾期 <b>${n.daysLate}</b> 日</span></div>`
            )}</div></section>`
          : nothing}
      </div>`;
  },
};

function round(value) {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
