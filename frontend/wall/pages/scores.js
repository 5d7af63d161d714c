import { css, html, nothing } from '../lib/lit.js';
import { part, stepsOf, title } from '../parts.js';
import { day } from '../figures.js';

const styles = css`
  .s { flex: 1; min-height: 0; display: grid; gap: calc(16 * var(--u)); grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); }
  :host([portrait]) .s { grid-auto-flow: row; grid-auto-rows: minmax(0, 1fr); }
  .s .row { grid-template-columns: calc(60 * var(--u)) calc(62 * var(--u)) minmax(0, 1fr) calc(104 * var(--u)) calc(88 * var(--u)); column-gap: calc(12 * var(--u)); }
  .s .rank { font-size: calc(40 * var(--u)); font-weight: 800; text-align: center; }
  .s .moved { font-size: calc(24 * var(--u)); color: var(--quiet); white-space: nowrap; } .s .moved.up { color: var(--text); font-weight: 700; }
  .s .who { min-width: 0; } .s .who .name { display: block; font-size: calc(28 * var(--u)); line-height: 1.2; font-weight: 600; }
  .s .why { display: block; color: var(--quiet); font-size: calc(21 * var(--u)); line-height: 1.25; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .s .why b { color: var(--text); font-weight: 600; margin-right: calc(10 * var(--u)); }
  .s .score { text-align: right; font-size: calc(40 * var(--u)); font-weight: 700; }
  .s .change { text-align: right; font-size: calc(24 * var(--u)); color: var(--quiet); }
`;

const rows = (view, groups) => Math.max(3, Math.floor(((view.portrait ? view.height / groups : view.height) - 150) / 78));
const fixed = (number, digits) => number.toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Places gained or lost: an arrow and a number; a word when it stood still. */
function moved(card) {
  if (card.moved === null) {
    return html`<span class="moved"></span>`;
  }
  return card.moved === 0
    ? html`<span class="moved">持平</span>`
    : html`<span class="moved ${card.moved > 0 ? 'up' : ''}" aria-label=${card.moved > 0 ? `上升 ${card.moved} 位` : `下降 ${-card.moved} 位`}>${card.moved > 0 ? '↑' : '↓'} ${Math.abs(card.moved)}</span>`;
}

function change(card) {
  const text = card.change === null ? '' : fixed(Math.abs(card.change), 1);
  return text === '' ? '' : text === '0.0' ? '0.0' : (card.change > 0 ? '+' : '−') + text;
}

function row(card) {
  return html`<div class="row">
    <span class="rank">${card.rank ?? '—'}</span>${moved(card)}
    <span class="who"><span class="name">${card.name}</span>${card.reasons.slice(0, 1).map((r) => html`<span class="why"><b>−${fixed(r.lost, 1)}</b>${r.item.replace(/^[A-Z]{1,3}-?\d+ /, '')}：${r.why.split('，').slice(0, 2).join('，')}</span>`)}</span>
    <span class="score">${card.score === null ? '—' : fixed(card.score, 1)}</span><span class="change">${change(card)}</span></div>`;
}

export default {
  kind: 'SCORES',
  styles,
  steps: (data, view) => (data?.groups.length ? Math.max(...data.groups.map((g) => stepsOf(g.cards, rows(view, data.groups.length)))) : 1),
  render(data, view, step) {
    if (!data || data.month === null) {
      return html`${title('月度评分', '每月评估发布后在此排名', 0, 1)}<div class="empty">本年度还没有发布过月度评估。<br>在“月度日程”中把一个月走到“发布”，这里就显示各单位的名次和得分。</div>`;
    }
    const size = rows(view, data.groups.length);
    const note = `${day(data.publishedOn, view.board.year)}发布 · 数据截至 ${day(data.cutOff, view.board.year)}${data.before ? ` · 升降较${data.before}月` : ''}`;
    return html`${title(`${data.month}月评分`, note, step, this.steps(data, view))}
      <div class="s">${data.groups.map((g) => {
        const now = step % stepsOf(g.cards, size);
        return html`<section><h2>${g.name}<small>名次　失分最多的一项　得分${data.before ? `　较${data.before}月` : nothing}</small></h2>
          <div class="rows" style="--rows:${size}">${part(g.cards, size, now).map(row)}</div></section>`;
      })}</div>`;
  },
};
