/** Arithmetic and policy of breaking a year down: pure, the date passed in. */
@NullMarked
package cn.guatu.planning.rule;

import org.jspecify.annotations.NullMarked;
