import { svg } from 'lit';

/**
 * The lights of the wall: a shape and a colour for each, so that the colour alone never carries the meaning.
 * Keys are the words of the HTTP interface (GREEN, YELLOW, …); the Chinese word comes with the data.
 */
const SHAPES = {
  GREEN: svg`<circle cx="12" cy="12" r="11" fill="currentColor"/><path d="M7 12.4l3.4 3.4L17 9" class="mark"/>`,
  YELLOW: svg`<path d="M12 1.5L23 21.5H1z" fill="currentColor"/><path d="M12 9v6M12 18v.6" class="mark"/>`,
  ORANGE: svg`<path d="M12 .5L23.5 12 12 23.5.5 12z" fill="currentColor"/><path d="M12 6.5v7M12 17v.6" class="mark"/>`,
  RED: svg`<path d="M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z" fill="currentColor"/><path d="M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2" class="mark"/>`,
  GREY: svg`<circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2.6" stroke-dasharray="4.4 3.1"/>`,
  NOT_DUE: svg`<circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2.6"/>`,
  DONE: svg`<path d="M3 12.6l6 6L21.5 5.5" fill="none" stroke="currentColor" stroke-width="4.4" stroke-linecap="round" stroke-linejoin="round"/>`,
  DUE_SOON: svg`<circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2.6"/><path d="M12 6.5V12l4 2.6" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/>`
};

/** The picture of one light; unknown words are drawn as "not reported". */
export function light(word, label) {
  return svg`<svg class="light ${word}" viewBox="0 0 24 24" role="img" aria-label=${label || word}>${SHAPES[word] || SHAPES.GREY}</svg>`;
}
