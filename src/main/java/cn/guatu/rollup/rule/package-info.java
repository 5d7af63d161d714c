/** The arithmetic of figures: pure functions over what was loaded, the day passed in, decimals never rounded on the way. */
@NullMarked
package cn.guatu.rollup.rule;

import org.jspecify.annotations.NullMarked;
