/** Words on a map. */

/** The corners of an outline, for asking what lies inside. */
function corners(path) {
  return path.split('M').filter(Boolean).map((ring) => ring.match(/-?[\d.]+/g).map(Number).reduce((all, n, i) => (i % 2 ? all.at(-1).push(n) : all.push([n]), all), []));
}

function inside(rings, px, py) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) {
        odd = !odd;
      }
    }
  }
  return odd;
}

/**
 * Where the words of a street, w × h, cover the fewest lights inside its own area: { x, y } of their middle. A spot that is `loud` is
 * covered last.
 */
export function place(area, spots, w, h) {
  const rings = corners(area.path);
  let best = { x: area.x, y: area.y, cost: Infinity };
  for (let dx = -3; dx <= 3; dx++) {
    for (let dy = -4; dy <= 4; dy++) {
      const [x, y] = [area.x + (dx * w) / 4, area.y + (dy * h) / 3];
      const out = [[-1, -1], [1, -1], [-1, 1], [1, 1]].filter(([sx, sy]) => !inside(rings, x + (sx * w) / 2, y + (sy * h) / 2)).length;
      const covered = spots.filter((s) => Math.abs(s.x - x) < w / 2 + 4 && Math.abs(s.y - y) < h / 2 + 4).reduce((sum, s) => sum + (s.loud ? 3 : 1), 0);
      const cost = out * 30 + covered * 2 + (Math.abs(dx) + Math.abs(dy)) * 0.5;
      if (cost < best.cost) {
        best = { x, y, cost };
      }
    }
  }
  return best;
}
