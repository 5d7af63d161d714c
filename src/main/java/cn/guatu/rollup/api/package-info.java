/** The figures over HTTP (api.md): years, targets, summary, roll-up, explanation and nodes. */
@NullMarked
package cn.guatu.rollup.api;

import org.jspecify.annotations.NullMarked;
