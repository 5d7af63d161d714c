import { css, html, nothing, svg, unsafeSVG } from '../lib/lit.js';
import { light, shapeOf } from '../lights.js';
import { day, quantity } from '../figures.js';
import { title } from '../parts.js';

/** Lights that one can look through: they get a ground of their own. */
const HOLLOW = new Set(['NOT_DUE', 'DUE_SOON', 'GREY', 'DONE']);

const styles = css`
  .p { flex: 1; min-height: 0; padding: calc(30 * var(--u)) calc(40 * var(--u)); gap: calc(18 * var(--u)); }
  :host([portrait]) .p .what strong { font-size: calc(46 * var(--u)); }
  .p .who { display: flex; flex-wrap: wrap; align-items: baseline; gap: calc(10 * var(--u)) calc(36 * var(--u)); color: var(--quiet); font-size: calc(26 * var(--u)); }
  .p .who b { color: var(--text); font-weight: 600; }
  .p .what { display: flex; align-items: center; gap: calc(22 * var(--u)); }
  .p .what strong { font-size: calc(60 * var(--u)); line-height: 1.15; font-weight: 800; }
  .p .what .light { width: calc(58 * var(--u)); height: calc(58 * var(--u)); }
  .p .what em { margin-left: auto; font-style: normal; white-space: nowrap; font-size: calc(30 * var(--u)); }
  .p .what em b { font-size: calc(76 * var(--u)); line-height: 1; font-weight: 800; }
  .p .line { flex: none; width: 100%; }
  .p .whys { display: grid; grid-template-columns: 1fr 1fr; gap: calc(16 * var(--u)) calc(32 * var(--u)); margin-top: auto; }
  :host([portrait]) .p .whys { grid-template-columns: 1fr; }
  .line text { fill: var(--text); font-size: 27px; } .line .d { font-size: 25px; } .line .NOT_DUE .d, .line .done .d { fill: var(--quiet); } .line .RED .d { fill: var(--red); } .line .m { fill: var(--quiet); font-size: 20px; }
  .line .mark { fill: none; stroke: var(--panel); stroke-width: 1.75; stroke-linecap: round; } .line .dot { fill: var(--panel); }
  .p .why { border-left: calc(6 * var(--u)) solid var(--red); padding: calc(6 * var(--u)) calc(20 * var(--u)); font-size: calc(27 * var(--u)); line-height: 1.4; }
  .p .why small { color: var(--quiet); font-size: calc(23 * var(--u)); }
`;

/** Nodes as rows of dates: planned as a tick, where it stands as its light; as many as there is room for, those around today. */
function line(item, data, view) {
  const w = view.width - 80;
  const reasons = view.portrait ? item.blockers.length : Math.ceil(item.blockers.length / 2);
  const h = Math.max(220, view.height - 300 - reasons * 100 - (view.portrait ? 120 : 0));
  const room = Math.max(3, Math.floor((h - 44) / 52));
  const firstOpen = Math.max(0, item.nodes.findIndex((n) => !n.actual));
  const from = Math.max(0, Math.min(firstOpen - 2, item.nodes.length - room));
  const nodes = item.nodes.slice(from, from + room);
  const t = (iso) => Date.parse(iso);
  const [a, z] = [t(data.from), t(data.until)];
  const left = view.portrait ? 330 : 470;
  const right = view.portrait ? 190 : 350;
  const x = (iso) => left + Math.max(0, Math.min(1, (t(iso) - a) / (z - a))) * (w - left - right);
  const cut = view.board.dataAsOf;
  const row = Math.min(view.portrait ? 150 : 110, Math.max(52, Math.floor((h - 44) / nodes.length)));
  const height = row * nodes.length + 40;
  return svg`<svg class="line" viewBox="0 0 ${w} ${height}" preserveAspectRatio="xMidYMin meet" role="img" aria-label="节点进度">
    ${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((m) => {
      const at = x(`${data.from.slice(0, 4)}-${String(m).padStart(2, '0')}-01`);
      return svg`<line x1=${at} x2=${at} y1="30" y2=${height} stroke="#1d2835" stroke-width="2"/>${m % 2 || !view.portrait ? svg`<text class="m" x=${at + 4} y="22">${m}月</text>` : nothing}`;
    })}
    <line x1=${x(cut)} x2=${x(cut)} y1="30" y2=${height} stroke="#5aa9ff" stroke-width="3"/>
    ${nodes.map((n, i) => {
      const y = 40 + i * row + row / 2;
      const stands = n.actual ?? (n.daysLate > 0 ? cut : n.planned);
      const out = n.planned < data.from || n.planned > data.until;
      return svg`<g class="${n.light} ${n.actual ? 'done' : ''}">
        <text x="0" y=${y + 8}>${clip(n.name, view.portrait ? 12 : 18)}</text>
        ${out ? nothing : svg`<line x1=${x(n.planned)} x2=${x(stands)} y1=${y} y2=${y} stroke="currentColor" stroke-width="10" stroke-linecap="round" opacity=".55"/>
          <line x1=${x(n.planned)} x2=${x(n.planned)} y1=${y - 16} y2=${y + 16} stroke="#9fb0c2" stroke-width="3"/>`}
        <svg x=${x(stands) - 17} y=${y - 17} width="34" height="34" viewBox="0 0 16 16">${HOLLOW.has(n.light) ? svg`<circle cx="8" cy="8" r="7" fill="#121a23"/>` : nothing}${unsafeSVG(shapeOf(n.light))}</svg>
        <text class="d" x=${w} y=${y + 8} text-anchor="end">${state(n, view)}</text></g>`;
    })}
  </svg>`;
}

function state(n, view) {
  const counted = n.recognised === null || view.portrait ? '' : `　计入 ${quantity(n.recognised)}`;
  return n.actual ? `${day(n.actual, view.board.year)}完成${counted}` : n.daysLate > 0 ? `逾期 ${n.daysLate} 工作日` : `计划 ${day(n.planned, view.board.year)}`;
}

function clip(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

export default {
  kind: 'PROJECTS',
  styles,
  steps: (data) => Math.max(1, data?.projects.length ?? 1),
  render(data, view, step) {
    const note = '逾期最久的项目，一次一个；竖线为计划，标记为现状，蓝线为数据截至日';
    if (!data || data.projects.length === 0) {
      return html`${title('项目聚焦', note, 0, 1)}<div class="empty">没有逾期的项目。</div>`;
    }
    const item = data.projects[step % data.projects.length];
    return html`${title('项目聚焦', note, step, data.projects.length)}
      <section class="p">
        <div class="what">${light(item.light, item.word)}<strong>${item.project}</strong><em class=${item.light}>逾期 <b>${item.daysLate}</b> 工作日</em></div>
        <div class="who"><span>街道 <b>${item.streets.join('、') || '—'}</b></span><span>牵头科室 <b>${item.department}</b></span>
          <span>责任领导 <b>${item.leader ?? '—'}</b></span><span>责任人 <b>${item.owner}</b></span>
          <span>节点 <b>${item.done} / ${item.nodes.length}</b> 完成</span></div>
        ${line(item, data, view)}
        ${item.blockers.length ? html`<div class="whys">${item.blockers.map((b) => html`<div class="why">${b.problem}<br><small>${b.responsible} 负责 · 已 ${b.days} 天</small></div>`)}</div>` : nothing}
      </section>`;
  },
};
