package cn.guatu.assessment;

import cn.guatu.org.MonthStep;

/**
 * A month took a step. Published in the transaction of the step: listen with {@code @TransactionalEventListener} for what is to happen
 * after it.
 *
 * @param year the plan year
 * @param month 1–12
 * @param step the step taken
 */
public record MonthMoved(int year, int month, MonthStep step) {}
