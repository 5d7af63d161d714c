/** The vectors of semantics.md, one by one. */
@NullMarked
package cn.guatu.rollup.rule;

import org.jspecify.annotations.NullMarked;
