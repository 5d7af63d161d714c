// The shapes of the lights, drawn once for the desk and for the wall, in a box of 16 × 16: name → [colour, paths].
// .mark and .dot take the colour of the ground.
export const SHAPES = {
  'check-circle': ['green', '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.6 8.3l2.3 2.3 4.5-4.8" class="mark"/>'],
  triangle: ['yellow', '<path d="M8 1.2 15.3 14.4H.7z" fill="currentColor" stroke="currentColor" stroke-width="1" stroke-linejoin="round"/><path d="M8 6v4" class="mark"/><circle cx="8" cy="12.2" r=".95" class="dot"/>'],
  diamond: ['orange', '<path d="M8 .6 15.4 8 8 15.4.6 8z" fill="currentColor"/><path d="M8 4.4v4.4" class="mark"/><circle cx="8" cy="11.2" r=".95" class="dot"/>'],
  octagon: ['red', '<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor"/><path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" class="mark"/>'],
  'dashed-ring': ['grey', '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="2.7 2.2"/>'],
  ring: ['grey', '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5"/>'],
  'blue-check': ['blue', '<path d="M2 8.6l4 4L14.2 4" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>'],
  clock: ['blue', '<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 4.4V8l2.6 1.6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>'],
};

/** The words of the HTTP interface and their shapes. */
export const SHAPE_OF = {
  GREEN: 'check-circle', YELLOW: 'triangle', ORANGE: 'diamond', RED: 'octagon',
  GREY: 'dashed-ring', NOT_DUE: 'ring', DONE: 'blue-check', DUE_SOON: 'clock',
};
