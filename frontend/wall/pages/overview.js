import { css, html, nothing, svg } from '../lib/lit.js';
import { light } from '../lights.js';
import { percent, points, quantity, shortUnit } from '../figures.js';
import { bar, behind, figure, part, stepsOf } from '../parts.js';

const styles = css`
  .o { flex: 1; min-height: 0; display: grid; gap: calc(16 * var(--u));
    grid-template: 'overall targets units' calc(390 * var(--u)) 'trend targets units' minmax(0, 1fr) / 25.5fr 46.5fr 28fr; }
  :host([portrait]) .o { grid-template: 'overall trend' auto 'targets targets' minmax(0, 1fr) 'units units' auto / 1fr 1fr; }
  .overall { grid-area: overall; } .trend { grid-area: trend; } .targets { grid-area: targets; }
  .units { grid-area: units; display: flex; flex-direction: column; gap: inherit; min-height: 0; }
  .units section { flex: var(--share) 1 0; }
  :host([portrait]) .units { flex-direction: row; height: calc(476 * var(--u)); } :host([portrait]) .units section { flex: 1 1 0; }
  .big { display: flex; align-items: baseline; line-height: 1; }
  .big b { font-size: calc(142 * var(--u)); font-weight: 800; letter-spacing: -.02em; }
  .big i { font-style: normal; color: var(--quiet); font-size: calc(56 * var(--u)); margin-left: calc(12 * var(--u)); }
  .verdict { font-size: calc(30 * var(--u)); font-weight: 600; display: flex; align-items: center; gap: calc(12 * var(--u));
    margin: calc(4 * var(--u)) 0 auto; white-space: nowrap; }
  .counts { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: calc(5 * var(--u)); margin-top: calc(12 * var(--u)); }
  .count { text-align: center; min-width: 0; }
  .count b { display: block; font-size: calc(44 * var(--u)); line-height: 1.1; font-weight: 700; }
  .count span { white-space: nowrap; font-size: calc(20 * var(--u)); color: var(--quiet); }
  .count .light { display: block; margin: 0 auto; }
  .targets .row { grid-template-columns: calc(32 * var(--u)) minmax(0, 1fr) 24% calc(126 * var(--u)) calc(84 * var(--u)); }
  .unit.row { grid-template-columns: calc(30 * var(--u)) minmax(calc(128 * var(--u)), 1fr) 34% calc(96 * var(--u)); }
  .unit.row + .row { border-top: 0; }
  .targets .name { display: flex; flex-wrap: wrap; column-gap: calc(10 * var(--u)); height: 1.25em; align-items: baseline; }
  .targets .name b { font-weight: inherit; max-width: 100%; overflow: hidden; text-overflow: ellipsis; }
  .targets .name small { margin: 0; }
  .part { padding-left: calc(26 * var(--u)); }
  .part em { font-style: normal; color: var(--quiet); font-size: calc(20 * var(--u)); }
  .name u { text-decoration: none; color: var(--yellow); }
  .trend .plot { flex: 1; min-height: 0; width: 100%; }
  .trend .plot text { fill: var(--quiet); font-size: 20px; } .trend .plot .say { fill: var(--blue); font-size: 30px; font-weight: 700; }
  footer { display: flex; align-items: center; gap: calc(36 * var(--u)); background: #1d1418; border: max(1px, calc(1.5 * var(--u))) solid #4b2a2f;
    border-radius: calc(10 * var(--u)); padding: calc(12 * var(--u)) calc(22 * var(--u)); font-size: calc(25 * var(--u)); white-space: nowrap; }
  footer.calm { background: var(--panel); border-color: var(--line); gap: calc(14 * var(--u)); }
  .late { display: inline-flex; align-items: center; gap: calc(12 * var(--u)); min-width: 0; flex: 0 1 auto; }
  .late strong { font-weight: 500; overflow: hidden; text-overflow: ellipsis; }
  .late small { flex: none; color: var(--quiet); font-size: calc(21 * var(--u)); }
  .total { flex: none; color: var(--quiet); font-size: calc(22 * var(--u)); } .total b { color: var(--text); font-size: calc(30 * var(--u)); }
  .late:last-child { margin-right: auto; }
`;

const lateAtOnce = (view) => (view.portrait ? 1 : 2);
const rowsOf = (view) => Math.max(5, Math.floor((view.portrait ? view.height * 0.4 : view.height - 190) / 60));

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

function overall(o, counts) {
  const p = percent(o.rate);
  return html`<section class="overall">
    <h2>年度综合完成率<small>${o.targets} 项加权${o.withoutRate ? ` · ${o.withoutRate} 项无值` : ''}</small></h2>
    <div class="big"><b data-figure="overall" data-value=${o.rate ?? ''}>${p ?? '—'}</b>${p === null ? nothing : html`<i>%</i>`}</div>
    <div class="verdict ${o.light}">${light(o.light, o.word)} ${verdict(o)}</div>
    <div class="counts">${counts.map(
      (c) => html`<div class="count ${c.light}">${light(c.light, c.word)}<b>${c.number}</b><span>${c.word}</span></div>`
    )}</div>
  </section>`;
}

/** The year as two lines: what is done, solid, against 序时, dashed; where it stands now is said beside the line. */
function trend(b, view) {
  // The place of the drawing in pixels of the design, so that a wide canvas has a wide line and the same letters.
  const [w, h] = view.portrait ? [Math.round(view.width / 2) - 60, 290] : [Math.round((view.width - 32) * 0.255) - 44, view.height - 596];
  const [left, right, top, bottom] = [62, 24, 16, 34];
  const known = b.trend.filter((p) => p.rate !== null);
  const top100 = Math.max(1, ...b.trend.flatMap((p) => [p.rate ?? 0, p.expected ?? 0])) * 1.04;
  const x = (month) => left + ((w - left - right) * month) / 12;
  const y = (share) => h - bottom - ((h - top - bottom) * share) / top100;
  const line = (all, key) => 'M' + [[0, 0], ...all.map((p) => [p.month, p[key]])].map(([m, v]) => `${x(m).toFixed(1)} ${y(v).toFixed(1)}`).join('L');
  const last = known.at(-1);
  return html`<section class="trend">
    <h2>全年走势<small>实线 完成 · 虚线 序时</small></h2>
    <svg class="plot" viewBox="0 0 ${w} ${h}" preserveAspectRatio="xMidYMid meet" role="img" aria-label="全年完成与序时走势">
      ${[0, 0.25, 0.5, 0.75, 1].map((v) => svg`<line x1=${left} x2=${w - right} y1=${y(v)} y2=${y(v)} stroke="#223041" stroke-width="1.5"/>
        <text x=${left - 10} y=${y(v) + 7} text-anchor="end">${v * 100}%</text>`)}
      ${[1, 4, 7, 10, 12].map((m) => svg`<text x=${x(m)} y=${h - 4} text-anchor="middle">${m}月</text>`)}
      <path d=${line(b.trend.filter((p) => p.expected !== null), 'expected')} fill="none" stroke="#9fb0c2" stroke-width="2.5" stroke-dasharray="8 7"/>
      ${last
        ? svg`<path d=${line(known, 'rate')} fill="none" stroke="#5aa9ff" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>
          <circle cx=${x(last.month)} cy=${y(last.rate)} r="8" fill="#5aa9ff"/>
          ${said(last, w, h - bottom)}`
        : nothing}
    </svg>
  </section>`;
}

/** The figure of the last month in the corner where no line runs: under a line that has climbed, above one that has only begun. */
function said(last, w, ground) {
  const text = `${last.month}月 ${percent(last.rate)}%`;
  return last.month > 5
    ? svg`<text class="say" x=${w - 24} y=${ground - 18} text-anchor="end">${text}</text>`
    : svg`<text class="say" x="76" y="46">${text}</text>`;
}

function targets(b, view, step) {
  const rows = rowsOf(view);
  const steps = stepsOf(b.targets, rows);
  const now = step % steps;
  return html`<section class="targets">
    <h2>指标${steps > 1 ? html`<span>${now + 1} / ${steps}</span>` : nothing}<small>条 完成率　｜ 序时　右 较序时（个百分点）</small></h2>
    <div class="rows" style="--rows:${rows}">${part(b.targets, rows, now).map(
      (t) => html`<div class="row">
        ${light(t.light, t.word)}
        <span class="name ${t.level ? 'part' : ''}"><b>${t.level ? html`<em>其中</em> ` : nothing}${t.name}</b>${
          t.missing ? html`<small><u>未报 ${t.missing}</u></small>` : nothing}
          <small>${t.provisional ? html`<u>预</u> ` : nothing}${t.target === null ? '—' : quantity(t.target)} ${shortUnit(t.unit)}</small></span>
        ${bar(t)}
        ${figure(`t:${t.code}`, t.rate, t.light === 'GREY' ? '未报' : '—')}
        <span class="points">${points(t.deviation)}</span>
      </div>`
    )}</div>
  </section>`;
}

/** Worst first, as everywhere on the wall. */
function units(area, name, note, list, kind) {
  return html`<section class=${area} style="--share:${Math.max(6, list.length) + 1.6}">
    <h2>${name}<small>${note}</small></h2>
    <div class="rows" style="--rows:${Math.max(6, list.length)}">${[...list].sort(behind).map(
      (u) => html`<div class="row unit">${light(u.light, u.word)}<span class="name">${u.name}</span>${bar(u)}${figure(`${kind}:${u.name}`, u.rate, '—', false)}</div>`
    )}</div>
  </section>`;
}

function late(b, view, step) {
  if (b.late.length === 0) {
    return html`<footer class="calm">${light('GREEN', '按期')} 没有逾期节点</footer>`;
  }
  const size = lateAtOnce(view);
  const steps = stepsOf(b.late, size);
  return html`<footer>
    <span class="total">逾期节点 <b>${b.lateTotal}</b></span>${part(b.late, size, step % steps).map(
      (n) => html`<span class="late">${light(n.light, n.word)}<b class=${n.light}>${n.daysLate} 工作日</b>
        <strong>${n.project} · ${n.node}</strong><small>${n.department} ${n.owner ?? '未定责任人'}</small></span>`
    )}
  </footer>`;
}

export default {
  kind: 'OVERVIEW',
  styles,
  steps: (_data, view) =>
    view.board.targets.length === 0
      ? 1
      : Math.min(6, Math.max(stepsOf(view.board.targets, rowsOf(view)), stepsOf(view.board.late, lateAtOnce(view)))),
  render(_data, view, step) {
    const b = view.board;
    if (b.targets.length === 0) {
      return html`<div class="empty">本年度还没有指标。请管理员在“导入导出”中导入年度任务一张表。</div>`;
    }
    return html`<div class="o">
        ${overall(b.overall, b.counts)}${trend(b, view)}${targets(b, view, step)}
        <div class="units">${units('streets', '街道', '完成率% · 按份额归集', b.streets, 'street')}
        ${units('departments', '牵头科室', '完成率%', b.departments, 'department')}</div>
      </div>
      ${late(b, view, step)}`;
  },
};
