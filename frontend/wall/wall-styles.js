import { css } from './lib/lit.js';

/**
 * The dark sheet of the wall. Sizes are in --u, one pixel of the 1920×1080 design: figures ≥ 30, names ≥ 24, nothing below 19,
 * so that a 55-inch screen can be read from six metres (docs/wall.md has the table and the reason).
 */
export const wallStyles = css`
  :host {
    --green: #2fbf8f; --yellow: #f2c14e; --orange: #f28c38; --red: #ef5b5b; --grey: #8a99ab; --blue: #5aa9ff;
    --ground: #0b1016; --panel: #121a23; --line: #223041; --text: #e8eef5; --quiet: #9fb0c2; --track: #1d2835;
    position: fixed; inset: 0; display: flex; flex-direction: column; box-sizing: border-box;
    padding: calc(22 * var(--u)) calc(24 * var(--u)); gap: calc(16 * var(--u));
    background: var(--ground); color: var(--text); overflow: hidden;
    font: 500 calc(24 * var(--u)) / 1.25 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif;
    font-variant-numeric: tabular-nums;
  }
  :host([touched]) { cursor: default; }
  :host(:not([touched])) { cursor: none; }
  header { display: flex; align-items: center; gap: calc(24 * var(--u)); padding-bottom: calc(12 * var(--u));
    border-bottom: max(1px, calc(2 * var(--u))) solid var(--line); }
  header .logo { height: calc(52 * var(--u)); max-width: calc(220 * var(--u)); object-fit: contain; }
  h1 { margin: 0; font-size: calc(46 * var(--u)); line-height: 1.1; font-weight: 800; letter-spacing: .02em; white-space: nowrap; }
  .scope { color: var(--quiet); font-size: calc(26 * var(--u)); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 0; }
  .clock { margin-left: auto; color: var(--quiet); font-size: calc(24 * var(--u)); white-space: nowrap; display: flex;
    align-items: baseline; gap: calc(22 * var(--u)); }
  .clock b { color: var(--text); font-weight: 500; }
  .clock .stale { color: var(--yellow); font-weight: 700; }
  .clock .time { color: var(--text); font-size: calc(40 * var(--u)); font-weight: 700; line-height: 1; }
  :host([portrait]) header { flex-wrap: wrap; row-gap: calc(4 * var(--u)); }
  :host([portrait]) .clock { margin-left: 0; width: 100%; justify-content: space-between; }
  .stages { flex: 1; min-height: 0; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: calc(24 * var(--u)); }
  .stage { min-width: 0; min-height: 0; display: flex; flex-direction: column; gap: calc(14 * var(--u)); }
  .greyed { filter: grayscale(1) opacity(.55); }
  .kept { align-self: flex-start; font-size: calc(22 * var(--u)); color: var(--yellow); }
  .progress { position: fixed; left: 0; right: 0; bottom: 0; height: max(2px, calc(4 * var(--u))); display: flex; gap: calc(4 * var(--u)); padding: 0 calc(24 * var(--u)); }
  .progress i { flex: 1; background: var(--track); } .progress i.now { background: var(--quiet); }
  section { background: var(--panel); border-radius: calc(10 * var(--u)); padding: calc(18 * var(--u)) calc(22 * var(--u));
    display: flex; flex-direction: column; min-height: 0; min-width: 0; overflow: hidden; }
  h2 { margin: 0 0 calc(8 * var(--u)); font-size: calc(25 * var(--u)); font-weight: 500; color: var(--quiet); display: flex;
    align-items: baseline; white-space: nowrap; gap: calc(14 * var(--u)); }
  h2 small { margin-left: auto; font-size: calc(20 * var(--u)); }
  .title { display: flex; align-items: baseline; gap: calc(20 * var(--u)); white-space: nowrap; }
  .title strong { font-size: calc(38 * var(--u)); font-weight: 700; }
  .title span { color: var(--quiet); font-size: calc(24 * var(--u)); overflow: hidden; text-overflow: ellipsis; }
  .title .pages { margin-left: auto; color: var(--text); flex: none; }
  .rows { flex: 1; min-height: 0; display: grid; grid-template-rows: repeat(var(--rows), minmax(0, 1fr)); }
  .row { display: grid; align-items: center; min-height: 0; column-gap: calc(16 * var(--u)); }
  .row + .row { border-top: max(1px, var(--u)) solid var(--line); }
  .name { font-size: calc(25 * var(--u)); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 0; }
  .name small { color: var(--quiet); font-size: calc(20 * var(--u)); margin-left: calc(6 * var(--u)); }
  .bar { position: relative; height: calc(18 * var(--u)); border-radius: calc(9 * var(--u)); background: var(--track); }
  .bar i { position: absolute; inset: 0 auto 0 0; border-radius: inherit; background: currentColor; transition: width .3s; }
  .bar s { position: absolute; top: calc(-7 * var(--u)); bottom: calc(-7 * var(--u)); width: max(2px, calc(4 * var(--u)));
    margin-left: calc(-2 * var(--u)); background: var(--text); box-shadow: 0 0 0 max(1px, calc(2 * var(--u))) var(--panel); }
  .rate { text-align: right; font-size: calc(32 * var(--u)); line-height: 1.1; font-weight: 700; white-space: nowrap; }
  .rate.absent { color: var(--quiet); }
  .points { text-align: right; font-size: calc(24 * var(--u)); color: var(--quiet); white-space: nowrap; }
  .light { width: calc(28 * var(--u)); height: calc(28 * var(--u)); flex: none; overflow: visible; }
  .light .mark { fill: none; stroke: var(--ground); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
  .light .dot { fill: var(--ground); }
  .GREEN { color: var(--green); } .YELLOW { color: var(--yellow); } .ORANGE { color: var(--orange); } .RED { color: var(--red); }
  .GREY, .NOT_DUE { color: var(--grey); } .DONE, .DUE_SOON { color: var(--blue); }
  .empty { flex: 1; display: grid; place-items: center; text-align: center; font-size: calc(34 * var(--u)); line-height: 1.6; color: var(--quiet); }
  .resting { flex: 1; display: grid; place-content: center; text-align: center; color: var(--grey); font-size: calc(30 * var(--u)); }
  .resting b { font-size: calc(180 * var(--u)); font-weight: 700; line-height: 1.1; color: var(--grey); }
  .quiet { color: var(--quiet); }
  @media (prefers-reduced-motion: reduce) { .bar i { transition: none; } }
`;
