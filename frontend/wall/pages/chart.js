import { css, html, nothing, svg, unsafeSVG } from '../lib/lit.js';
import { shapeOf } from '../lights.js';
import { day } from '../figures.js';
import { stepsOf, part, title } from '../parts.js';

const styles = css`
  .c { flex: 1; min-height: 0; padding: calc(12 * var(--u)) calc(20 * var(--u)); }
  .c svg.plot { width: 100%; height: 100%; }
  .c text { fill: var(--text); font-size: 24px; } .c .m { fill: var(--quiet); font-size: 20px; } .c .g { fill: var(--quiet); font-size: 22px; font-weight: 700; }
  .c .q { fill: var(--quiet); font-size: 20px; }
  .c .mark { fill: none; stroke: var(--panel); stroke-width: 1.75; stroke-linecap: round; } .c .dot { fill: var(--panel); }
`;
const ROW = 50;

/** Group heads and rows in one list, so that a page of the list is a page of the wall. */
function lines(data) {
  return data.groups.flatMap((g) => [{ head: g.name, count: g.rows.length }, ...g.rows]);
}
const room = (view) => Math.max(6, Math.floor((view.height - 120) / ROW));

export default {
  kind: 'CHART',
  styles,
  steps: (data, view) => (data ? stepsOf(lines(data), room(view)) : 1),
  render(data, view, step) {
    const note = '竖线为计划，标记为现状；色带为已逾期的时间';
    if (!data || data.groups.length === 0) {
      return html`${title('作战图', note, 0, 1)}<div class="empty">本年度还没有项目。</div>`;
    }
    const shown = part(lines(data), room(view), step);
    const [w, h] = [view.width - 40, room(view) * ROW + 40];
    const t = (iso) => Date.parse(iso);
    const [a, z] = [t(data.from), t(data.until)];
    const left = view.portrait ? 330 : 560;
    const x = (iso) => left + Math.max(0, Math.min(1, (t(iso) - a) / (z - a))) * (w - left - 30);
    const inYear = (iso) => iso >= data.from && iso <= data.until;
    return html`${title('作战图', note, step, this.steps(data, view))}<section class="c">
      <svg class="plot" viewBox="0 0 ${w} ${h}" preserveAspectRatio="xMidYMin meet" role="img" aria-label="作战图">
        ${Array.from({ length: 12 }, (_, m) => {
          const at = x(`${data.from.slice(0, 4)}-${String(m + 1).padStart(2, '0')}-01`);
          return svg`<line x1=${at} x2=${at} y1="34" y2=${h} stroke="#1d2835" stroke-width="2"/>${Math.abs(at + 20 - x(data.today)) < 72 ? nothing : svg`<text class="m" x=${at + 4} y="24">${m + 1}月</text>`}`;
        })}
        ${shown.map((r, i) => {
          const y = 40 + i * ROW + ROW / 2;
          if (r.head !== undefined) {
            return svg`<text class="g" x="0" y=${y + 8}>${r.head}　${r.count} 个</text><line x1="0" x2=${w} y1=${y + 22} y2=${y + 22} stroke="#223041" stroke-width="2"/>`;
          }
          const end = r.forecast ?? r.planned;
          return svg`<g class=${r.light}>
            <svg x="0" y=${y - 12} width="24" height="24" viewBox="0 0 16 16">${unsafeSVG(shapeOf(r.light))}</svg>
            <text x="36" y=${y + 8}>${clip(r.name, view.portrait ? 11 : 15)}</text>${view.portrait ? nothing : svg`<text class="q" x=${left - 24} y=${y + 7} text-anchor="end">${clip(r.department, 6)}</text>`}
            ${end ? svg`<rect x=${x(r.starts)} y=${y - 5} width=${Math.max(2, x(end) - x(r.starts))} height="10" rx="5" fill="#2a3a4c"/>` : nothing}</g>
            ${r.marks.filter((m) => !m.done && m.at < data.today && m.at <= data.until).map((m) => svg`<line class=${m.light} x1=${x(m.at)} x2=${x(data.today)} y1=${y} y2=${y} stroke="currentColor" stroke-width="10" opacity=".55"/>`)}
            ${r.marks.filter((m) => inYear(m.planned) || inYear(m.at)).map((m) => svg`<g class=${m.light}>
              ${m.planned !== m.at && inYear(m.planned) ? svg`<line x1=${x(m.planned)} x2=${x(m.planned)} y1=${y - 13} y2=${y + 13} stroke="#9fb0c2" stroke-width="2"/>` : nothing}
              <svg x=${x(m.at) - 12} y=${y - 12} width="24" height="24" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#121a23"/>${unsafeSVG(shapeOf(m.light))}</svg></g>`)}`;
        })}
        <line x1=${x(data.today)} x2=${x(data.today)} y1="34" y2=${h} stroke="#5aa9ff" stroke-width="3"/>
        <text x=${x(data.today)} y="25" text-anchor="middle" style="fill:#5aa9ff;font-weight:700">${day(data.today, Number(data.from.slice(0, 4)))}</text>
      </svg></section>`;
  },
};

function clip(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
