import overview from './overview.js';
import streets from './streets.js';
import departments from './departments.js';
import projects from './projects.js';
import red from './red.js';
import decisions from './decisions.js';
import scores from './scores.js';
import chart from './chart.js';
import map from './map.js';

/**
 * The pages of the wall by kind. A page is { kind, styles, steps(data, view), render(data, view, step) }:
 * `data` is its slice from the server (for the overview null), `view` what it may know of its place: { board, portrait, rows, width, height }
 * in pixels of the 1920×1080 design. A long list has several steps; they share the dwell of the page.
 */
export const PAGES = new Map([overview, streets, departments, projects, red, decisions, scores, chart, map].map((page) => [page.kind, page]));
