/** Units and people on screen. */
@NullMarked
package cn.guatu.org.ui;

import org.jspecify.annotations.NullMarked;
