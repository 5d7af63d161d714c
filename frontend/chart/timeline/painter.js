// Draws what is in sight of a timeline: a few dozen lines, however many there are.
import { axis, isWeekend } from './days.js';
import { Glyphs } from './glyphs.js';

const COLOURS = {
  surface: '--guatu-surface', ground: '--guatu-ground', line: '--guatu-line', text: '--guatu-text', soft: '--guatu-text-secondary', accent: '--guatu-accent',
  green: '--guatu-light-on-track', yellow: '--guatu-light-watch', orange: '--guatu-light-supervised', red: '--guatu-light-red', grey: '--guatu-light-unreported', blue: '--guatu-light-done',
};

export class Painter {
  #glyphs = new Glyphs();
  #widths = new Map();
  palette = {};
  family = 'sans-serif';

  /** Reads colours and font of the page again, after a change of theme or of the density of pixels. */
  theme(element) {
    const style = getComputedStyle(element);
    for (const [name, property] of Object.entries(COLOURS)) {
      this.palette[name] = style.getPropertyValue(property).trim() || '#888';
    }
    this.family = style.fontFamily || 'sans-serif';
    this.#glyphs.clear();
    this.#widths.clear();
  }

  /**
   * Paints one picture.
   * @param view { width, height, left, top, side, head, pixelsPerDay, scale, density, roomy, model, cursor, drag }
   */
  paint(context, view) {
    const { width, height, side, head, scale, density } = view;
    this.c = context;
    this.v = view;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.textBaseline = 'middle';
    context.fillStyle = this.palette.surface;
    context.fillRect(0, 0, width, height);
    const [upper, lower] = axis(this.day(side), this.day(width) + 1, view.pixelsPerDay);
    this.#clip(side, head, width - side, height - head, () => {
      this.#daysOff();
      this.#verticals(upper, lower);
      this.#lines();
      this.#links();
      this.#todayLine();
    });
    this.#side();
    this.#axis(upper, lower);
    if (view.drag) {
      this.#ghost(view.drag);
    }
    context.strokeStyle = this.palette.line;
    context.lineWidth = 1;
    this.#stroke(side + 0.5, 0, side + 0.5, height);
    this.#stroke(0, head - 0.5, width, head - 0.5);
    this.scaled = scale;
  }

  x(day) {
    return this.v.side + (day - this.v.model.from) * this.v.pixelsPerDay - this.v.left;
  }

  day(x) {
    return Math.floor((x - this.v.side + this.v.left) / this.v.pixelsPerDay) + this.v.model.from;
  }

  /** A node stands in the middle of its day, so that it never leans on the line of the next one. */
  nodeX(day) {
    return this.x(day + 0.5);
  }

  y(line) {
    return this.v.head + line.y - this.v.top;
  }

  *#visible() {
    const { model, top, height, head } = this.v;
    for (let i = model.lineAt(top); i < model.lines.length && model.lines[i].y < top + height - head; i++) {
      yield model.lines[i];
    }
  }

  #clip(x, y, width, height, draw) {
    this.c.save();
    this.c.beginPath();
    this.c.rect(x, y, width, height);
    this.c.clip();
    draw();
    this.c.restore();
  }

  #stroke(x1, y1, x2, y2) {
    this.c.beginPath();
    this.c.moveTo(x1, y1);
    this.c.lineTo(x2, y2);
    this.c.stroke();
  }

  #font(size, weight = 400) {
    this.c.font = `${weight} ${size * this.v.scale}px ${this.family}`;
  }

  #width(text) {
    const key = this.c.font + text;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.c.measureText(text).width;
      this.#widths.set(key, width);
    }
    return width;
  }

  #text(text, x, y, most) {
    let shown = text;
    if (this.#width(text) > most) {
      let keep = text.length;
      while (keep > 0 && this.#width(`${text.slice(0, keep)}…`) > most) {
        keep--;
      }
      shown = keep > 0 ? `${text.slice(0, keep)}…` : '';
    }
    this.c.fillText(shown, x, y);
  }

  #daysOff() {
    const { pixelsPerDay, width, height, model, side } = this.v;
    if (pixelsPerDay < 6.5) {
      return;
    }
    this.c.fillStyle = this.palette.ground;
    for (let day = this.day(side); this.x(day) < width; day++) {
      if (model.off.has(day) || (isWeekend(day) && !model.on.has(day))) {
        this.c.fillRect(this.x(day), 0, pixelsPerDay, height);
      }
    }
  }

  #verticals(upper, lower) {
    this.c.strokeStyle = this.palette.line;
    this.c.lineWidth = 1;
    this.c.globalAlpha = 0.6;
    lower.forEach((span) => this.#stroke(Math.round(this.x(span.from)) + 0.5, 0, Math.round(this.x(span.from)) + 0.5, this.v.height));
    this.c.globalAlpha = 1;
    upper.forEach((span) => this.#stroke(Math.round(this.x(span.from)) + 0.5, 0, Math.round(this.x(span.from)) + 0.5, this.v.height));
  }

  #lines() {
    for (const line of this.#visible()) {
      const y = this.y(line);
      if (line.group) {
        this.c.fillStyle = this.palette.ground;
        this.c.fillRect(0, y, this.v.width, line.height);
      } else {
        if (this.v.cursor?.row === line.row.id) {
          this.c.fillStyle = this.palette.accent;
          this.c.globalAlpha = 0.07;
          this.c.fillRect(0, y, this.v.width, line.height);
          this.c.globalAlpha = 1;
        }
        this.#row(line, y);
      }
      this.c.strokeStyle = this.palette.line;
      this.c.lineWidth = 1;
      this.#stroke(0, y + line.height - 0.5, this.v.width, y + line.height - 0.5);
    }
  }

  /** Where the middle of bars and lights lies in a line. */
  middle(line) {
    return this.y(line) + (this.v.roomy ? 15 * this.v.scale : line.height / 2 - 2 * this.v.scale);
  }

  #row(line, y) {
    const { scale, roomy } = this.v;
    const middle = this.middle(line);
    const base = middle + 11 * scale;
    for (const bar of line.row.bars) {
      this.#bar(bar, middle, base);
    }
    this.#font(12);
    const size = (roomy ? 17 : 16) * scale;
    const nodes = line.row.nodes;
    nodes.forEach((node, i) => {
      const x = this.nodeX(node.at);
      if (x < this.v.side - 200 || x > this.v.width + 40) {
        return;
      }
      if (node.baseline !== null && node.baseline !== node.at) {
        this.#moved(node, x, middle, base);
      }
      if (node.critical) {
        this.c.fillStyle = this.palette.text;
        this.c.fillRect(x - size / 2, middle + size / 2 + 2 * scale, size, 2 * scale);
      }
      this.#glyphs.draw(this.c, node.shape, x, middle, size, this.palette, this.v.density);
      if (roomy) {
        const right = i + 1 < nodes.length ? this.nodeX(nodes[i + 1].at) - size / 2 : Infinity;
        this.#nodeLabel(node, x, middle, y + line.height, right, size);
      }
      if (this.v.cursor?.node === node.id) {
        this.c.strokeStyle = this.palette.accent;
        this.c.lineWidth = 2;
        this.c.strokeRect(x - size / 2 - 3, middle - size / 2 - 3, size + 6, size + 6);
      }
    });
  }

  #bar(bar, middle, base) {
    const { scale, width, side } = this.v;
    const from = Math.max(this.x(bar.from), side - 10);
    const to = Math.min(this.x(bar.to + 1), width + 10);
    if (to <= from) {
      return;
    }
    const c = this.c;
    if (bar.kind === 'baseline') {
      c.fillStyle = this.palette.soft;
      c.globalAlpha = 0.55;
      c.fillRect(from, base - 1.5 * scale, to - from, 3 * scale);
      c.globalAlpha = 1;
    } else if (bar.kind === 'float') {
      c.strokeStyle = this.palette.soft;
      c.lineWidth = scale;
      c.setLineDash([3 * scale, 3 * scale]);
      this.#stroke(from, middle, to, middle);
      c.setLineDash([]);
    } else if (bar.kind === 'stop') {
      c.fillStyle = this.palette.soft;
      for (let x = from; x < to - 2 * scale; x += 5 * scale) {
        c.fillRect(x, middle - 5 * scale, 2 * scale, 10 * scale);
      }
    } else {
      c.fillStyle = bar.kind === 'actual' ? this.palette.green : this.palette.accent;
      c.globalAlpha = bar.critical ? 0.42 : 0.24;
      c.fillRect(from, middle - 5 * scale, to - from, 10 * scale);
      c.globalAlpha = 1;
      if (bar.critical) {
        c.fillStyle = this.palette.text;
        c.fillRect(from, middle + 5 * scale, to - from, 2 * scale);
      }
    }
  }

  /** Where the node stood before it was moved: a hollow lozenge and the way it went. */
  #moved(node, x, middle, base) {
    const { scale } = this.v;
    const was = this.nodeX(node.baseline);
    this.c.strokeStyle = this.palette.soft;
    this.c.lineWidth = 1.2 * scale;
    this.#stroke(was, base, x, base);
    this.#stroke(x, base, x, middle);
    this.c.fillStyle = this.palette.surface;
    this.c.beginPath();
    const r = 3.5 * scale;
    this.c.moveTo(was, base - r);
    this.c.lineTo(was + r, base);
    this.c.lineTo(was, base + r);
    this.c.lineTo(was - r, base);
    this.c.closePath();
    this.c.fill();
    this.c.stroke();
  }

  #nodeLabel(node, x, middle, bottom, right, size) {
    const { scale } = this.v;
    this.c.fillStyle = this.palette.text;
    this.c.textAlign = 'left';
    const room = right - (x - size / 2) - 6 * scale;
    const label = node.note ? `${node.label} ${node.note}` : node.label;
    const wanted = this.#width(label);
    const end = this.v.width - 6 * scale;
    if (right === Infinity && x - size / 2 + wanted > end && x < this.v.width) {
      // the last one at the edge reads towards the left
      this.#text(label, Math.max(this.v.side + 6 * scale, end - wanted), bottom - 10 * scale, end - this.v.side);
    } else if (room >= Math.min(wanted, 34 * scale)) {
      this.#text(label, x - size / 2, bottom - 10 * scale, Math.min(room, 320 * scale));
    }
  }

  #links() {
    const { model, scale } = this.v;
    if (model.links.length === 0) {
      return;
    }
    const visible = new Set();
    for (const line of this.#visible()) {
      visible.add(line);
    }
    for (const link of model.links) {
      const from = model.where.get(link.from);
      const to = model.where.get(link.to);
      if (!from || !to || from.line === to.line || (!visible.has(from.line) && !visible.has(to.line))) {
        continue;
      }
      this.c.strokeStyle = this.c.fillStyle = link.critical ? this.palette.text : this.palette.soft;
      this.c.globalAlpha = link.critical ? 0.9 : 0.55;
      this.c.lineWidth = (link.critical ? 1.8 : 1.1) * scale;
      this.#arrow(this.nodeX(from.node.at) + 9 * scale, this.middle(from.line), this.nodeX(to.node.at) - 9 * scale, this.middle(to.line));
      this.c.globalAlpha = 1;
    }
  }

  #arrow(x1, y1, x2, y2) {
    const { scale } = this.v;
    const c = this.c;
    const out = 5 * scale;
    const back = x2 < x1 + 2 * out;
    const turn = y2 + (y2 > y1 ? -13 : 13) * scale;
    c.beginPath();
    c.moveTo(x1, y1);
    c.lineTo(x1 + out, y1);
    if (back) {
      c.lineTo(x1 + out, turn);
      c.lineTo(x2 - out, turn);
      c.lineTo(x2 - out, y2);
    } else {
      c.lineTo(x1 + out, y2);
    }
    c.lineTo(x2, y2);
    c.stroke();
    c.beginPath();
    c.moveTo(x2 + scale, y2);
    c.lineTo(x2 - 5 * scale, y2 - 3.5 * scale);
    c.lineTo(x2 - 5 * scale, y2 + 3.5 * scale);
    c.fill();
  }

  #todayLine() {
    const { model, height, scale } = this.v;
    if (model.today === null) {
      return;
    }
    this.c.strokeStyle = this.palette.accent;
    this.c.lineWidth = 1.5 * scale;
    this.#stroke(this.nodeX(model.today), 0, this.nodeX(model.today), height);
  }

  #side() {
    const { side, head, height, scale, model, top } = this.v;
    const c = this.c;
    this.#clip(0, head, side, height - head, () => {
      c.fillStyle = this.palette.surface;
      c.fillRect(0, head, side, height - head);
      c.textAlign = 'left';
      for (const line of this.#visible()) {
        if (line.group) {
          this.#groupName(line, this.y(line));
        } else {
          this.#rowName(line);
        }
        c.strokeStyle = this.palette.line;
        c.lineWidth = 1;
        this.#stroke(0, this.y(line) + line.height - 0.5, side, this.y(line) + line.height - 0.5);
      }
    });
    // The heading of the group in sight stays at the top.
    const here = model.lines[model.lineAt(top)];
    const heading = here?.row && model.lines.find((line) => line.group?.id === here.row.group);
    if (heading) {
      this.#clip(0, head, this.v.width, heading.height, () => {
        c.fillStyle = this.palette.ground;
        c.fillRect(0, head, this.v.width, heading.height);
        this.#groupName(heading, head);
      });
    }
    c.lineWidth = scale;
  }

  #groupName(line, y) {
    const { side, scale } = this.v;
    const c = this.c;
    c.fillStyle = this.palette.ground;
    c.fillRect(0, y, side, line.height - 1);
    c.fillStyle = this.palette.soft;
    const middle = y + line.height / 2;
    c.beginPath();
    const r = 4 * scale;
    const x = 14 * scale;
    if (this.v.model.folded.has(line.group.id)) {
      c.moveTo(x - r / 2, middle - r);
      c.lineTo(x + r, middle);
      c.lineTo(x - r / 2, middle + r);
    } else {
      c.moveTo(x - r, middle - r / 2);
      c.lineTo(x + r, middle - r / 2);
      c.lineTo(x, middle + r);
    }
    c.fill();
    if (this.v.cursor?.group === line.group.id) {
      c.strokeStyle = this.palette.accent;
      c.lineWidth = 2;
      c.strokeRect(2, y + 2, side - 5, line.height - 5);
    }
    this.#font(13, 600);
    const note = line.group.note ?? `${line.group.rows.length}`;
    c.fillStyle = this.palette.text;
    this.#font(12);
    const noteWidth = this.#width(note);
    this.#font(13, 600);
    this.#text(line.group.label, 26 * scale, middle, side - noteWidth - 44 * scale);
    this.#font(12);
    c.fillStyle = this.palette.soft;
    c.fillText(note, side - noteWidth - 10 * scale, middle);
  }

  #rowName(line) {
    const { side, scale, roomy } = this.v;
    const y = this.y(line);
    const c = this.c;
    const row = line.row;
    const x = 12 * scale + (row.indent ?? 0) * 14 * scale;
    if (this.v.cursor?.row === row.id) {
      c.fillStyle = this.palette.accent;
      c.globalAlpha = 0.07;
      c.fillRect(0, y, side, line.height);
      c.globalAlpha = 1;
    }
    const nameY = roomy && row.sub ? y + 16 * scale : y + line.height / 2;
    let left = x;
    if (row.shape) {
      this.#glyphs.draw(c, row.shape, x + 7 * scale, nameY, 14 * scale, this.palette, this.v.density);
      left += 22 * scale;
    }
    this.#font(13);
    const end = row.figure ?? '';
    const endWidth = end ? this.#width(end) + 10 * scale : 0;
    c.fillStyle = this.palette.text;
    this.#text(row.label, left, nameY, side - left - endWidth - 10 * scale);
    if (end) {
      c.fillText(end, side - endWidth, nameY);
    }
    if (roomy && row.sub) {
      this.#font(12);
      c.fillStyle = this.palette.soft;
      this.#text(row.sub, left, y + 34 * scale, side - left - 10 * scale);
    }
  }

  #axis(upper, lower) {
    const { width, side, head, model, scale } = this.v;
    const c = this.c;
    c.fillStyle = this.palette.surface;
    c.fillRect(0, 0, width, head);
    const half = head / 2;
    this.#clip(side, 0, width - side, head, () => {
      [upper, lower].forEach((spans, i) => {
        this.#font(i === 0 ? 13 : 12, i === 0 ? 600 : 400);
        c.fillStyle = i === 0 ? this.palette.text : this.palette.soft;
        for (const span of spans) {
          const from = Math.max(this.x(span.from), i === 0 ? side : -1e6);
          const to = this.x(span.to);
          c.strokeStyle = this.palette.line;
          c.lineWidth = 1;
          this.#stroke(Math.round(this.x(span.from)) + 0.5, i * half, Math.round(this.x(span.from)) + 0.5, head);
          const room = to - from - 8 * scale;
          const text = this.#width(span.label);
          if (i === 0 || text <= room) {
            c.textAlign = 'left';
            this.#text(span.label, i === 0 ? from + 6 * scale : from + (to - from - text) / 2, half * (i + 0.5), Math.max(room, 0));
          }
        }
      });
      if (model.today !== null) {
        this.#font(12, 600);
        const word = '今天';
        const wide = this.#width(word) + 10 * scale;
        const x = this.nodeX(model.today);
        c.fillStyle = this.palette.accent;
        c.fillRect(x - wide / 2, 3 * scale, wide, half - 5 * scale);
        c.fillStyle = this.palette.surface;
        c.textAlign = 'center';
        c.fillText(word, x, half / 2 + scale / 2);
        c.textAlign = 'left';
      }
    });
    c.fillStyle = this.palette.soft;
    this.#font(12);
    c.textAlign = 'left';
    this.#text(model.corner, 12 * scale, half * 1.5, side - 20 * scale);
  }

  #ghost(drag) {
    const x = this.nodeX(drag.to);
    const y = this.middle(drag.line);
    const size = 17 * this.v.scale;
    this.c.strokeStyle = this.palette.accent;
    this.c.lineWidth = 1.5;
    this.c.setLineDash([4, 3]);
    this.#stroke(x, this.v.head, x, this.v.height);
    this.c.setLineDash([]);
    this.#glyphs.draw(this.c, drag.node.shape, x, y, size, this.palette, this.v.density);
    this.c.strokeRect(x - size / 2 - 3, y - size / 2 - 3, size + 6, size + 6);
  }
}
