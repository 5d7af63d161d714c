/** Graphs of stages and coverage by reserve: arithmetic without a framework. */
@NullMarked
package cn.guatu.scheduling.rule;

import org.jspecify.annotations.NullMarked;
