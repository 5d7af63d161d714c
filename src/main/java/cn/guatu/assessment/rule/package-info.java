/** The arithmetic of scores: rules, their linter, points and ranks. */
@NullMarked
package cn.guatu.assessment.rule;

import org.jspecify.annotations.NullMarked;
