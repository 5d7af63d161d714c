import { css, html, nothing } from '../lib/lit.js';
import { light } from '../lights.js';
import { points } from '../figures.js';
import { bar, figure, part, stepsOf, title } from '../parts.js';

const styles = css`
  .cards { flex: 1; min-height: 0; display: grid; gap: calc(16 * var(--u)); grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    grid-template-rows: repeat(var(--lines), minmax(0, 1fr)); }
  .card { padding: calc(16 * var(--u)) calc(22 * var(--u)); }
  .card .head { display: grid; grid-template-columns: auto 1fr auto; column-gap: calc(14 * var(--u)); align-items: center; }
  .card .head .light { width: calc(36 * var(--u)); height: calc(36 * var(--u)); }
  .card .head strong { font-size: calc(34 * var(--u)); font-weight: 700; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .card .head .rate { font-size: calc(50 * var(--u)); line-height: 1; }
  .card > .bar { margin: calc(14 * var(--u)) 0 calc(10 * var(--u)); flex: none; }
  .card .say { display: flex; justify-content: space-between; gap: calc(16 * var(--u)); color: var(--quiet); font-size: calc(22 * var(--u)); white-space: nowrap;
    padding-bottom: calc(8 * var(--u)); border-bottom: max(1px, var(--u)) solid var(--line); }
  .card .say b { font-weight: 600; }
  .card .list { flex: 1; min-height: 0; overflow: hidden; display: grid; grid-template-rows: repeat(var(--rows), minmax(0, 1fr)); padding-top: calc(4 * var(--u)); }
  .card .item { display: grid; grid-template-columns: calc(26 * var(--u)) minmax(0, 1fr) auto calc(92 * var(--u)); align-items: center; column-gap: calc(12 * var(--u)); font-size: calc(25 * var(--u)); }
  .card .item .light { width: calc(24 * var(--u)); height: calc(24 * var(--u)); }
  .card .item .rate { font-size: calc(30 * var(--u)); font-weight: 600; }
  .cards.one .item { grid-template-columns: calc(36 * var(--u)) minmax(0, 1fr) 38% calc(170 * var(--u)) calc(120 * var(--u)); }
  .cards.one .item .name, .cards.one .item .points { font-size: calc(36 * var(--u)); }
  .cards.one .item .light { width: calc(34 * var(--u)); height: calc(34 * var(--u)); }
  .cards.one .item .rate { font-size: calc(42 * var(--u)); text-align: right; }
`;

function layout(view, count) {
  if (count === 1) return { columns: 1, lines: 1, size: 1 };
  const columns = view.portrait ? 2 : count <= 4 ? 2 : 3;
  const lines = view.portrait ? 4 : count <= 3 ? 1 : 2;
  return { columns, lines, size: columns * lines };
}

// A target of a card comes with how far it is from where it should be, a bar shows where that is.
const ofTarget = (t) => ({ ...t, expected: t.rate === null || t.deviation === null ? null : t.rate - t.deviation });

/** Streets and departments look alike: a card each, worst first; a wall of one unit gives it the whole page. */
export function cardsPage(kind, name, note, key) {
  return {
    kind,
    styles,
    steps: (data, view) => (data ? stepsOf(data.units, layout(view, data.units.length).size) : 1),
    render(data, view, step) {
      if (!data || data.units.length === 0) {
        return html`${title(name, note, 0, 1)}<div class="empty">${name}还没有承担本年度的指标。<br>在“分解台”把指标分解下去，或在项目节点上填写计入指标。</div>`;
      }
      const { columns, lines, size } = layout(view, data.units.length);
      const room = Math.max(1, Math.floor(((view.height - 70) / lines - 190) / 42));
      return html`${title(name, note, step, stepsOf(data.units, size))}
        <div class="cards ${data.units.length === 1 ? 'one' : ''}" style="--columns:${columns};--lines:${lines}">${part(data.units, size, step).map((u) => {
          const shown = u.targets.slice(0, room);
          return html`<section class="card">
            <div class="head">${light(u.light, u.word)}<strong>${u.name}</strong>${figure(`${key}:${u.name}`, u.rate)}</div>
            ${bar(u)}
            <div class="say"><span>${u.word}　较序时 <b class=${u.light}>${points(u.deviation)}</b></span>
              <span>${u.late ? html`逾期节点 <b class="RED">${u.late}</b>` : '没有逾期节点'}</span></div>
            <div class="list" style="--rows:${Math.min(room, Math.max(5, shown.length))}">${shown.map(
              (t) => html`<div class="item">${light(t.light, t.word)}<span class="name">${t.name}</span>
                ${data.units.length === 1 ? bar(ofTarget(t)) : nothing}${figure(`${key}:${u.name}:${t.code}`, t.rate, '未报')}<span class="points">${points(t.deviation)}</span></div>`
            )}${u.targets.length === 0 ? html`<div class="item"><i></i><span class="quiet">没有分解到的指标</span></div>` : nothing}</div>
          </section>`;
        })}</div>`;
    },
  };
}
