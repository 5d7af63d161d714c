import { css, html, nothing, svg } from '../lib/lit.js';
import { light } from '../lights.js';
import { percent, points, quantity } from '../figures.js';
import { bar, figure, part, stepsOf } from '../parts.js';

const styles = css`
  .o { flex: 1; min-height: 0; display: grid; gap: calc(16 * var(--u));
    grid-template: 'overall targets streets' calc(390 * var(--u)) 'trend targets streets' minmax(0, 1fr) 'trend targets departments' auto / 25.5fr 46.5fr 28fr;
    grid-template-rows: calc(390 * var(--u)) minmax(0, auto) minmax(0, 1fr); }
  :host([portrait]) .o { grid-template: 'overall trend' auto 'targets targets' minmax(0, 1fr) 'streets departments' auto / 1fr 1fr; }
  .overall { grid-area: overall; } .trend { grid-area: trend; } .targets { grid-area: targets; }
  .streets { grid-area: streets; } .departments { grid-area: departments; }
  .big { display: flex; align-items: baseline; line-height: 1; }
  .big b { font-size: calc(142 * var(--u)); font-weight: 800; letter-spacing: -.02em; }
  .big i { font-style: normal; color: var(--quiet); font-size: calc(56 * var(--u)); margin-left: calc(12 * var(--u)); }
  .verdict { font-size: calc(30 * var(--u)); font-weight: 600; display: flex; align-items: center; gap: calc(12 * var(--u));
    margin: calc(4 * var(--u)) 0 auto; white-space: nowrap; }
  .counts { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: calc(5 * var(--u)); margin-top: calc(12 * var(--u)); }
  .count { border-top: max(2px, calc(3 * var(--u))) solid currentColor; text-align: center; padding: calc(6 * var(--u)) 0 0; }
  .count b { display: block; font-size: calc(44 * var(--u)); line-height: 1.1; font-weight: 700; }
  .count span { white-space: nowrap; font-size: calc(19 * var(--u)); color: var(--quiet); letter-spacing: -.04em; }
  .count .light { display: inline-block; width: calc(17 * var(--u)); height: calc(17 * var(--u)); vertical-align: -.1em; margin-right: calc(3 * var(--u)); }
  .targets .row { grid-template-columns: calc(32 * var(--u)) minmax(0, 1fr) 25% calc(134 * var(--u)) calc(86 * var(--u)); }
  .unit.row { grid-template-columns: calc(30 * var(--u)) minmax(calc(128 * var(--u)), 1fr) 34% calc(96 * var(--u)); }
  .unit.row + .row { border-top: 0; }
  .part { padding-left: calc(26 * var(--u)); }
  .part em { font-style: normal; color: var(--quiet); font-size: calc(20 * var(--u)); }
  .name u { text-decoration: none; color: var(--yellow); }
  .plot { flex: 1; min-height: 0; width: 100%; }
  .plot text { fill: var(--quiet); font-size: 20px; } .plot .say { fill: var(--blue); font-size: 24px; font-weight: 700; }
  footer { display: flex; align-items: center; gap: calc(40 * var(--u)); background: #1d1418; border: max(1px, calc(1.5 * var(--u))) solid #4b2a2f;
    border-radius: calc(10 * var(--u)); padding: calc(12 * var(--u)) calc(22 * var(--u)); font-size: calc(26 * var(--u)); white-space: nowrap; }
  footer.calm { background: var(--panel); border-color: var(--line); gap: calc(14 * var(--u)); }
  .late { display: inline-flex; align-items: center; gap: calc(14 * var(--u)); min-width: 0; flex: 0 1 auto; }
  .late strong { font-weight: 500; overflow: hidden; text-overflow: ellipsis; }
  .late small { flex: none; color: var(--quiet); font-size: calc(24 * var(--u)); }
  .total { margin-left: auto; color: var(--quiet); }
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
      (c) => html`<div class="count ${c.light}"><b>${c.number}</b><span>${light(c.light, c.word)}${c.word}</span></div>`
    )}</div>
  </section>`;
}

/** The year as two lines: what is done, solid, against 序时, dashed; where it stands now is said beside the line. */
function trend(b, view) {
  const [w, h] = view.portrait ? [480, 290] : [430, 440];
  const [left, right, top, bottom] = [8, 26, 30, 30];
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
        ${v ? svg`<text x=${left} y=${y(v) - 5}>${v * 100}%</text>` : nothing}`)}
      ${[1, 4, 7, 10, 12].map((m) => svg`<text x=${x(m)} y=${h - 4} text-anchor="middle">${m}月</text>`)}
      <path d=${line(b.trend.filter((p) => p.expected !== null), 'expected')} fill="none" stroke="#9fb0c2" stroke-width="2.5" stroke-dasharray="8 7"/>
      ${last
        ? svg`<path d=${line(known, 'rate')} fill="none" stroke="#5aa9ff" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>
          <circle cx=${x(last.month)} cy=${y(last.rate)} r="8" fill="#5aa9ff"/>
          <text class="say" x=${Math.min(x(last.month) + 16, w - 4)} y=${Math.min(y(last.rate) + 44, h - bottom - 8)} text-anchor="end">${last.month}月 ${percent(last.rate)}%</text>`
        : nothing}
    </svg>
  </section>`;
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
        <span class="name ${t.level ? 'part' : ''}">${t.level ? html`<em>其中</em> ` : nothing}${t.name}
          <small>${t.provisional ? html`<u>预</u> ` : nothing}${t.target === null ? '—' : quantity(t.target)} ${t.unit}${
            t.missing ? html` <u>未报 ${t.missing}</u>` : nothing}</small></span>
        ${bar(t)}
        ${figure(`t:${t.code}`, t.rate, t.light === 'GREY' ? '未报' : '—')}
        <span class="points">${points(t.deviation)}</span>
      </div>`
    )}</div>
  </section>`;
}

function units(area, name, note, list, kind) {
  return html`<section class=${area}>
    <h2>${name}<small>${note}</small></h2>
    <div class="rows" style="--rows:${Math.max(6, list.length)}">${list.map(
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
    ${part(b.late, size, step % steps).map(
      (n) => html`<span class="late">${light(n.light, n.word)}<b class=${n.light}>逾期 ${n.daysLate} 工作日</b>
        <strong>${n.project} · ${n.node}</strong><small>${n.department} ${n.owner ?? '未定责任人'}</small></span>`
    )}
    <span class="total">${(step % steps) + 1} / ${steps}　逾期节点 ${b.lateTotal}</span>
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
        ${units('streets', '街道', '完成率% · 按份额归集', b.streets, 'street')}
        ${units('departments', '牵头科室', '完成率%', b.departments, 'department')}
      </div>
      ${late(b, view, step)}`;
  },
};
