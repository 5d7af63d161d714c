import { svg, unsafeSVG } from './lib/lit.js';
import { SHAPES, SHAPE_OF } from '../desk/light-shapes.js';

/**
 * The picture of one light. Keys are the words of the HTTP interface (GREEN, YELLOW, …); the Chinese word comes with the data.
 * Unknown words are drawn as "not reported".
 */
export function light(key, label) {
  return svg`<svg class="light ${key}" viewBox="0 0 16 16" role="img" aria-label=${label || key}>${unsafeSVG(shapeOf(key))}</svg>`;
}

/** The paths alone, for drawings that place them themselves. */
export function shapeOf(key) {
  return (SHAPES[SHAPE_OF[key]] ?? SHAPES['dashed-ring'])[1];
}
