/** The 责任清单 on paper: laid out and drawn, without Spring and without a screen. */
@NullMarked
package cn.guatu.planning.paint;

import org.jspecify.annotations.NullMarked;
