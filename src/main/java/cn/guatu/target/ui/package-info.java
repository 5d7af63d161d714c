/** Pages of the plan itself: the plan years. */
@NullMarked
package cn.guatu.target.ui;

import org.jspecify.annotations.NullMarked;
