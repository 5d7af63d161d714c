/** Screens of the battle chart. */
@NullMarked
package cn.guatu.battlechart.ui;

import org.jspecify.annotations.NullMarked;
