/** Screens of 按月评估: the calendar of locks, the scores of a month, the scoring rules. */
@NullMarked
package cn.guatu.assessment.ui;

import org.jspecify.annotations.NullMarked;
