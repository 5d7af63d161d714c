export const STYLE = `
:host { display: flex; flex-direction: column; min-height: 160px; min-width: 0; position: relative; background: var(--guatu-surface); color: var(--guatu-text); border: 1px solid var(--guatu-line); border-radius: 8px; overflow: hidden; font-variant-numeric: tabular-nums; font-size: calc(13px * var(--scale, 1)) }
:host([hidden]) { display: none }
:host([bare]) { border: 0; border-radius: 0 }
:host([bare]) .tools { display: none }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; padding: 6px 12px; border-bottom: 1px solid var(--guatu-line) }
.tools .group { display: inline-flex }
button { font: inherit; min-height: 30px; padding: 0 10px; border: 1px solid var(--guatu-line); background: var(--guatu-surface); color: inherit; cursor: pointer; margin-inline-start: -1px }
button:first-child { border-radius: 6px 0 0 6px }
button:last-child { border-radius: 0 6px 6px 0 }
button:only-child { border-radius: 6px }
button:hover { border-color: var(--guatu-accent); z-index: 1 }
button[aria-pressed="true"] { box-shadow: inset 0 0 0 1px var(--guatu-accent); border-color: var(--guatu-accent); z-index: 1 }
button:focus-visible, .scroller:focus-visible { outline: 2px solid var(--guatu-accent); outline-offset: -2px }
.legend { display: flex; flex-wrap: wrap; gap: 2px 14px; margin-inline-start: auto; font-size: 12px; color: var(--guatu-text-secondary); align-items: center }
.legend i { display: inline-block; width: 18px; height: 8px; margin-inline-end: 5px; background: var(--guatu-accent); opacity: .35; vertical-align: 0 }
.legend i.base { height: 3px; background: var(--guatu-text-secondary); opacity: 1; vertical-align: 3px }
.legend i.critical { height: 2px; background: var(--guatu-text); opacity: 1; vertical-align: 3px }
.legend i.stop { background: repeating-linear-gradient(90deg, var(--guatu-text-secondary) 0 2px, transparent 2px 5px); opacity: 1 }
.scroller { flex: 1; min-height: 0; overflow: auto; position: relative; overscroll-behavior: contain }
canvas { position: sticky; inset: 0 auto auto 0; display: block; cursor: default; touch-action: pan-x pan-y }
canvas.hand { cursor: pointer }
canvas.grab { cursor: ew-resize }
.tip { position: absolute; z-index: 2; max-width: 320px; padding: 8px 12px; border-radius: 8px; background: var(--guatu-surface); border: 1px solid var(--guatu-line); box-shadow: 0 4px 16px rgb(20 30 45 / 18%); pointer-events: none; line-height: 1.5; font-size: calc(13px * var(--scale, 1)) }
.tip[hidden] { display: none }
.tip b { font-weight: 600 }
.tip div { color: var(--guatu-text-secondary) }
.table { flex: 1; min-height: 0; overflow: auto }
table { border-collapse: collapse; width: 100%; font-size: 13px }
th { position: sticky; top: 0; background: var(--guatu-surface); text-align: start; font-weight: 400; color: var(--guatu-text-secondary) }
th, td { padding: 6px 10px; border-bottom: 1px solid var(--guatu-line); white-space: nowrap }
td.wrap { white-space: normal }
tbody { content-visibility: auto; contain-intrinsic-size: auto 400px }
td button { border: 0; background: none; padding: 2px 4px; min-height: 24px; color: var(--guatu-accent); text-align: start }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.empty { padding: 32px; text-align: center; color: var(--guatu-text-secondary) }
`;
