import { css } from 'lit';

/**
 * The dark sheet of the wall. Sizes are in --u, one pixel of the 1920×1080 design: figures ≥ 30, names ≥ 24, nothing below 19,
 * so that a 55-inch screen can be read from six metres (24 design pixels are then about 15 mm, a visual angle of 8.6 minutes of arc).
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
  header { display: flex; align-items: baseline; gap: calc(28 * var(--u)); padding-bottom: calc(12 * var(--u));
    border-bottom: max(1px, calc(2 * var(--u))) solid var(--line); }
  h1 { margin: 0; font-size: calc(46 * var(--u)); line-height: 1.1; font-weight: 800; letter-spacing: .02em; white-space: nowrap; }
  .scope { color: var(--quiet); font-size: calc(26 * var(--u)); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .clock { margin-left: auto; color: var(--quiet); font-size: calc(24 * var(--u)); white-space: nowrap; }
  .clock b { color: var(--text); font-weight: 500; margin-right: calc(18 * var(--u)); }
  .clock b:last-child { margin-right: 0; }
  .clock .stale { color: var(--yellow); }
  main { flex: 1; min-height: 0; display: grid; gap: calc(16 * var(--u));
    grid-template: 'overall targets streets' auto 'trend targets streets' auto 'trend targets departments' 1fr / 25.5fr 46.5fr 28fr;
    grid-template-rows: calc(420 * var(--u)) auto 1fr; }
  :host([portrait]) main { grid-template: 'overall trend' auto 'targets targets' 1fr 'streets departments' auto / 1fr 1fr; }
  .greyed { filter: grayscale(1) opacity(.55); }
  section { background: var(--panel); border-radius: calc(10 * var(--u)); padding: calc(18 * var(--u)) calc(22 * var(--u));
    display: flex; flex-direction: column; min-height: 0; min-width: 0; overflow: hidden; }
  .overall { grid-area: overall; } .trend { grid-area: trend; } .targets { grid-area: targets; }
  .streets { grid-area: streets; } .departments { grid-area: departments; }
  h2 { margin: 0 0 calc(8 * var(--u)); font-size: calc(25 * var(--u)); font-weight: 500; color: var(--quiet); display: flex;
    align-items: baseline; white-space: nowrap; }
  h2 small { margin-left: auto; font-size: calc(20 * var(--u)); }
  h2 small.pages { margin-left: calc(16 * var(--u)); color: var(--text); }
  .big { display: flex; align-items: baseline; line-height: 1; }
  .big b { font-size: calc(148 * var(--u)); font-weight: 800; letter-spacing: -.02em; }
  .big i { font-style: normal; color: var(--quiet); font-size: calc(56 * var(--u)); margin-left: calc(12 * var(--u)); }
  .verdict { font-size: calc(31 * var(--u)); font-weight: 600; display: flex; align-items: center; gap: calc(12 * var(--u));
    margin: calc(6 * var(--u)) 0 auto; }
  .counts { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: calc(5 * var(--u)); margin-top: calc(12 * var(--u)); }
  .count { border: max(1px, calc(1.5 * var(--u))) solid var(--line); border-radius: calc(8 * var(--u)); text-align: center;
    padding: calc(8 * var(--u)) 0; }
  .count b { display: block; font-size: calc(46 * var(--u)); line-height: 1.1; font-weight: 700; }
  .count span { white-space: nowrap; font-size: calc(19 * var(--u)); color: var(--quiet); display: inline-flex; align-items: center; gap: calc(3 * var(--u)); letter-spacing: -.04em; }
  .count .light { width: calc(15 * var(--u)); height: calc(15 * var(--u)); }
  .chart { flex: 1; min-height: 0; position: relative; }
  .chart ::slotted(*) { position: absolute; inset: 0; width: 100%; height: 100%; }
  .rows { flex: 1; min-height: 0; display: grid; grid-template-rows: repeat(var(--rows), minmax(0, 1fr)); }
  .row { display: grid; align-items: center; min-height: 0; column-gap: calc(16 * var(--u));
    grid-template-columns: calc(32 * var(--u)) minmax(0, 1fr) 25% calc(134 * var(--u)) calc(86 * var(--u)); }
  .targets .row + .row { border-top: max(1px, var(--u)) solid var(--line); }
  .row.unit { grid-template-columns: calc(30 * var(--u)) minmax(calc(128 * var(--u)), 1fr) 34% calc(88 * var(--u)); }
  .name { font-size: calc(25 * var(--u)); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .name.part { padding-left: calc(26 * var(--u)); }
  .name em { font-style: normal; color: var(--quiet); font-size: calc(20 * var(--u)); }
  .name small { color: var(--quiet); font-size: calc(20 * var(--u)); margin-left: calc(6 * var(--u)); }
  .name u { text-decoration: none; color: var(--yellow); }
  .bar { position: relative; height: calc(18 * var(--u)); border-radius: calc(9 * var(--u)); background: var(--track); }
  .bar i { position: absolute; inset: 0 auto 0 0; border-radius: inherit; background: currentColor; transition: width .3s; }
  .bar s { position: absolute; top: calc(-7 * var(--u)); bottom: calc(-7 * var(--u)); width: max(2px, calc(4 * var(--u)));
    margin-left: calc(-2 * var(--u)); background: var(--text); box-shadow: 0 0 0 max(1px, calc(2 * var(--u))) var(--panel); }
  .rate { text-align: right; font-size: calc(32 * var(--u)); font-weight: 700; }
  .rate.absent { color: var(--quiet); }
  .points { text-align: right; font-size: calc(24 * var(--u)); color: var(--quiet); }
  .light { width: calc(28 * var(--u)); height: calc(28 * var(--u)); flex: none; overflow: visible; }
  .light .mark { fill: none; stroke: var(--ground); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
  .GREEN { color: var(--green); } .YELLOW { color: var(--yellow); } .ORANGE { color: var(--orange); } .RED { color: var(--red); }
  .GREY, .NOT_DUE { color: var(--grey); } .DONE, .DUE_SOON { color: var(--blue); }
  footer { display: flex; align-items: center; gap: calc(40 * var(--u)); background: #1d1418; border: max(1px, calc(1.5 * var(--u))) solid #4b2a2f;
    border-radius: calc(10 * var(--u)); padding: calc(13 * var(--u)) calc(22 * var(--u)); font-size: calc(26 * var(--u)); white-space: nowrap; }
  footer.calm { background: var(--panel); border-color: var(--line); gap: calc(14 * var(--u)); }
  .late { display: inline-flex; align-items: center; gap: calc(14 * var(--u)); min-width: 0; flex: 0 1 auto; }
  .late strong { font-weight: 500; overflow: hidden; text-overflow: ellipsis; }
  .late small { flex: none; color: var(--quiet); font-size: calc(24 * var(--u)); }
  .late b { font-weight: 700; }
  .total { margin-left: auto; color: var(--quiet); }
  .empty { flex: 1; display: grid; place-items: center; font-size: calc(34 * var(--u)); color: var(--quiet); }
`;
