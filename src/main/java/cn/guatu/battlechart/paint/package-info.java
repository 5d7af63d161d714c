/** Draws the battle chart on paper: plain Java2D, so that one drawing becomes PDF, SVG and PNG. */
@NullMarked
package cn.guatu.battlechart.paint;

import org.jspecify.annotations.NullMarked;
