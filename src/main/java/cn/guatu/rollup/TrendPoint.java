package cn.guatu.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A month of the year's trend.
 *
 * @param month 1–12
 * @param cutOff the month's last day, or the day asked for in its month
 * @param rate 综合完成率 on that day, a fraction; null for months to come, or when no target has a rate
 * @param expected 综合序时 on that day, a fraction; given for months to come too; null when absent
 */
public record TrendPoint(
        int month,
        LocalDate cutOff,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected) {}
