/** The wall on a screen. */
@NullMarked
package cn.guatu.wallboard.ui;

import org.jspecify.annotations.NullMarked;
