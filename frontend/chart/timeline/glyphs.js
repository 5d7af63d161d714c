// The lights of guatu-light.js for a canvas: the same shapes in the same box of 16, drawn once and then copied.
const SHAPES = {
  'check-circle': ['green', [['fill', 'M15 8A7 7 0 1 1 1 8 7 7 0 1 1 15 8z'], ['mark', 'M4.6 8.3l2.3 2.3 4.5-4.8']]],
  triangle: ['yellow', [['fill', 'M8 1.2 15.3 14.4H.7z'], ['mark', 'M8 6v4'], ['mark', 'M8 12.1v.2']]],
  diamond: ['orange', [['fill', 'M8 .6 15.4 8 8 15.4.6 8z'], ['mark', 'M8 4.4v4.4'], ['mark', 'M8 11.1v.2']]],
  octagon: ['red', [['fill', 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z'], ['mark', 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8']]],
  'dashed-ring': ['grey', [['ground', 'M14.2 8A6.2 6.2 0 1 1 1.8 8 6.2 6.2 0 1 1 14.2 8z'], ['dashed', 'M14.2 8A6.2 6.2 0 1 1 1.8 8 6.2 6.2 0 1 1 14.2 8z']]],
  ring: ['grey', [['ground', 'M14.2 8A6.2 6.2 0 1 1 1.8 8 6.2 6.2 0 1 1 14.2 8z'], ['stroke', 'M14.2 8A6.2 6.2 0 1 1 1.8 8 6.2 6.2 0 1 1 14.2 8z']]],
  'blue-check': ['blue', [['ground', 'M15 8A7 7 0 1 1 1 8 7 7 0 1 1 15 8z'], ['thick', 'M2 8.6l4 4L14.2 4']]],
  clock: ['blue', [['ground', 'M14.4 8A6.4 6.4 0 1 1 1.6 8 6.4 6.4 0 1 1 14.4 8z'], ['stroke', 'M14.4 8A6.4 6.4 0 1 1 1.6 8 6.4 6.4 0 1 1 14.4 8z'], ['stroke', 'M8 4.4V8l2.6 1.6']]],
};

const WIDTHS = { mark: 1.7, stroke: 1.6, dashed: 1.7, thick: 2.4 };

export class Glyphs {
  #sprites = new Map();

  /** Forgets what was drawn: other colours or another density of pixels. */
  clear() {
    this.#sprites.clear();
  }

  draw(context, shape, x, y, size, palette, density) {
    const key = `${shape} ${size}`;
    let sprite = this.#sprites.get(key);
    if (!sprite) {
      sprite = this.#make(shape, size, palette, density);
      this.#sprites.set(key, sprite);
    }
    context.drawImage(sprite, x - size / 2, y - size / 2, size, size);
  }

  #make(shape, size, palette, density) {
    const sprite = document.createElement('canvas');
    sprite.width = sprite.height = Math.ceil(size * density);
    const context = sprite.getContext('2d');
    context.scale((size * density) / 16, (size * density) / 16);
    const [colour, parts] = SHAPES[shape] ?? SHAPES['dashed-ring'];
    context.lineCap = context.lineJoin = 'round';
    for (const [how, path] of parts) {
      const drawn = new Path2D(path);
      if (how === 'fill' || how === 'ground') {
        context.fillStyle = how === 'fill' ? palette[colour] : palette.surface;
        context.fill(drawn);
      } else {
        context.strokeStyle = how === 'mark' ? palette.surface : palette[colour];
        context.lineWidth = WIDTHS[how];
        context.setLineDash(how === 'dashed' ? [2.7, 2.2] : []);
        context.stroke(drawn);
      }
    }
    return sprite;
  }
}
