import { css, html, nothing, svg, unsafeSVG } from '../lib/lit.js';
import { light, shapeOf } from '../lights.js';
import { percent } from '../figures.js';
import { place } from '../map-places.js';
import { bar, behind, figure, title } from '../parts.js';

const styles = css`
  .m { flex: 1; min-height: 0; display: grid; gap: calc(16 * var(--u)); grid-template-columns: minmax(0, 1fr) calc(520 * var(--u)); }
  :host([portrait]) .m { grid-template-columns: minmax(0, 1fr); grid-template-rows: 11fr 7fr; }
  .m .land { padding: calc(10 * var(--u)); }
  .m svg.drawn { width: 100%; height: 100%; display: block; }
  .m .area { fill: color-mix(in srgb, currentColor 34%, var(--panel)); stroke: var(--panel); stroke-linejoin: round; transition: fill .3s; }
  .m .spot circle.halo { fill: var(--panel); } .m .spot path.plot { fill: currentColor; fill-opacity: .35; stroke: currentColor; }
  .m .land text { text-anchor: middle; fill: var(--text); paint-order: stroke; stroke: var(--ground); stroke-linejoin: round; font-weight: 700; }
  .m .mark { fill: none; stroke: var(--panel); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; } .m .dot { fill: var(--panel); }
  .m .row { grid-template-columns: calc(30 * var(--u)) minmax(0, 1fr) 28% calc(112 * var(--u)); }
  .m .calm { opacity: .6; }
  .m .key { display: flex; flex-wrap: wrap; gap: calc(6 * var(--u)) calc(26 * var(--u)); padding-top: calc(12 * var(--u)); border-top: max(1px, var(--u)) solid var(--line); color: var(--quiet); font-size: calc(22 * var(--u)); white-space: nowrap; }
  .m .key .light { width: calc(22 * var(--u)); height: calc(22 * var(--u)); vertical-align: -.12em; margin-right: calc(8 * var(--u)); }
  @media (prefers-reduced-motion: reduce) { .m .area { transition: none; } }
`;

const ORDER = ['RED', 'ORANGE', 'YELLOW', 'GREY', 'DUE_SOON', 'GREEN', 'NOT_DUE', 'DONE'];

/** What asks for a push is drawn large; the rest is there, and quiet. */
const LOUD = new Set(ORDER.slice(0, 4));

/** How large the map is drawn: pixels of the design for each of its own, so that words have their size whatever the map's. */
function scale(data, view) {
  const width = (view.portrait ? view.width : view.width - 536) - 20;
  const height = (view.portrait ? (view.height * 11) / 18 : view.height) - 90;
  return Math.min(width / data.width, height / Math.max(1, data.height));
}

function mark(key, x, y, size) {
  return svg`<svg x=${x - size / 2} y=${y - size / 2} width=${size} height=${size} viewBox="0 0 16 16">${unsafeSVG(shapeOf(key))}</svg>`;
}

const placed = new WeakMap();

/** Where the words stand, worked out once for a picture and its size. */
function places(data, px) {
  const known = placed.get(data);
  if (known?.px === px) {
    return known.at;
  }
  const spots = data.spots.map((s) => ({ ...s, loud: LOUD.has(s.light) }));
  const at = data.areas.map((a) => place(a, spots, (Math.max(a.name.length * 26, 130) + 20) * px, 84 * px));
  placed.set(data, { px, at });
  return at;
}

function map(data, view) {
  const px = 1 / scale(data, view);
  const at = places(data, px);
  return svg`<svg class="drawn" viewBox="0 0 ${data.width} ${Math.max(1, data.height)}" role="img" aria-label="各街道综合完成率">
    ${data.areas.map((a) => svg`<path class="area ${a.light}" d=${a.path} stroke-width=${4 * px}/>`)}
    ${data.spots.map((s) => svg`<g class="spot ${s.light} ${LOUD.has(s.light) ? '' : 'calm'}">${s.path ? svg`<path class="plot" d=${s.path} stroke-width=${2 * px}/>` : nothing}
      ${LOUD.has(s.light) ? svg`<circle class="halo" cx=${s.x} cy=${s.y} r=${14 * px}/>${mark(s.light, s.x, s.y, 24 * px)}` : mark(s.light, s.x, s.y, 16 * px)}</g>`)}
    ${data.areas.map((a, i) => {
      const text = a.rate === null ? '—' : `${percent(a.rate)}%`;
      const { x, y } = at[i];
      return svg`<text x=${x} y=${y - 10 * px} font-size=${26 * px} stroke-width=${6 * px}>${a.name}</text>
        <g class=${a.light}>${mark(a.light, x - 50 * px, y + 18 * px, 30 * px)}</g>
        <text x=${x + 18 * px} y=${y + 30 * px} font-size=${32 * px} stroke-width=${6 * px} data-figure="land:${a.name}" data-value=${a.rate ?? ''}>${text}</text>`;
    })}
  </svg>`;
}

export default {
  kind: 'MAP',
  styles,
  steps: () => 1,
  render(data, view) {
    const note = data && !data.geographic ? '各街道综合完成率；尚未上传边界，以等面积方块代替' : '各街道综合完成率，项目为其最差的未完成节点';
    if (!data || data.areas.length === 0) {
      return html`${title('一张图', note, 0, 1)}<div class="empty">组织里还没有街道。<br>在“导入导出”中导入年度任务一张表后，这里按街道成图。</div>`;
    }
    const streets = [...view.board.streets].sort(behind);
    const words = new Map([...data.areas, ...data.spots].map((each) => [each.light, each.word]));
    return html`${title('一张图', note, 0, 1)}
      <div class="m">
        <section class="land">${map(data, view)}</section>
        <section><h2>街道<small>完成率　｜ 序时</small></h2>
          <div class="rows" style="--rows:${Math.max(8, streets.length)}">${streets.map(
            (u) => html`<div class="row">${light(u.light, u.word)}<span class="name">${u.name}</span>${bar(u)}${figure(`map:${u.name}`, u.rate)}</div>`
          )}</div>
          <div class="key">${ORDER.filter((key) => words.has(key)).map((key) => [key, words.get(key)]).map(([key, word]) => html`<span>${light(key, word)}${word}</span>`)}</div>
        </section>
      </div>`;
  },
};
