// What the page sent, with days as numbers, and the lines that are on the sheet when some groups are folded.
import { toDay } from './days.js';

const day = (iso) => (iso === undefined || iso === null ? null : toDay(iso));

function readRow(row, group) {
  return {
    ...row,
    group,
    bars: (row.bars ?? []).map((bar) => ({ ...bar, from: day(bar.from), to: day(bar.to) })),
    nodes: (row.nodes ?? [])
      .map((node) => ({ ...node, at: day(node.at), baseline: day(node.baseline) }))
      .sort((one, other) => one.at - other.at),
  };
}

const WORST_FIRST = ['octagon', 'diamond', 'triangle', 'dashed-ring', 'clock', 'check-circle', 'ring', 'blue-check'];

export class Model {
  from = 0;
  to = 1;
  today = null;
  year = 0;
  groups = [];
  links = [];
  off = new Set();
  on = new Set();
  corner = '';
  lines = [];
  height = 0;
  where = new Map();
  folded = new Set();

  constructor(data, folded) {
    if (!data) {
      return;
    }
    this.from = toDay(data.from);
    this.to = toDay(data.to) + 1;
    this.today = day(data.today);
    this.year = Number(data.from.slice(0, 4));
    this.corner = data.corner ?? '';
    this.links = data.links ?? [];
    this.off = new Set((data.off ?? []).map(toDay));
    this.on = new Set((data.on ?? []).map(toDay));
    this.groups = (data.groups ?? []).map((group) => ({ ...group, rows: (group.rows ?? []).map((row) => readRow(row, group.id)) }));
    this.folded = new Set([...folded].filter((id) => this.groups.some((group) => group.id === id)));
    this.groups.filter((group) => group.folded && !folded.size).forEach((group) => this.folded.add(group.id));
  }

  get rowCount() {
    return this.groups.reduce((sum, group) => sum + group.rows.length, 0);
  }

  /** Puts changed rows in the place of those with the same id. */
  patch(rows) {
    const changed = new Map(rows.map((row) => [row.id, row]));
    for (const group of this.groups) {
      group.rows = group.rows.map((row) => (changed.has(row.id) ? readRow(changed.get(row.id), group.id) : row));
    }
  }

  /** Lays the lines under each other; nodes are found again by their id. */
  lay(rowHeight, groupHeight) {
    this.lines = [];
    this.where = new Map();
    let y = 0;
    for (const group of this.groups) {
      const headed = Boolean(group.label);
      if (headed) {
        this.lines.push({ group, y, height: groupHeight });
        y += groupHeight;
      }
      if (headed && this.folded.has(group.id)) {
        continue;
      }
      for (const row of group.rows) {
        const line = { row, y, height: rowHeight };
        this.lines.push(line);
        row.nodes.forEach((node) => this.where.set(node.id, { line, node }));
        y += rowHeight;
      }
    }
    this.height = y;
  }

  /** The number of the line at this height; the last one beyond the end. */
  lineAt(y) {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.lines[middle].y + this.lines[middle].height <= y) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The shapes and words of lights on the sheet, for the legend: worst first. */
  lights() {
    const seen = new Map();
    this.groups.forEach((group) => group.rows.forEach((row) => row.nodes.forEach((node) => seen.set(node.shape, node.word))));
    return [...seen].sort(([one], [other]) => WORST_FIRST.indexOf(one) - WORST_FIRST.indexOf(other));
  }
}
