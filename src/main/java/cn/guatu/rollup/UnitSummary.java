package cn.guatu.rollup;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * 综合完成率 of a unit or of the year (semantics §5b). All rates are fractions, unrounded.
 *
 * @param unit name of the street or department; null for the year
 * @param rate weighted mean of the rates, each capped at 1; null when no target has one
 * @param expected 综合序时, the same mean of the expected progress; null when absent
 * @param deviation rate − expected; null when one is absent
 * @param light by the rule for targets
 * @param lightReason one sentence with the numbers and the rule version that decided
 * @param targets top-level targets in scope
 * @param withoutRate how many of them have no rate
 */
public record UnitSummary(
        @Nullable String unit,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal deviation,
        Light light,
        String lightReason,
        int targets,
        int withoutRate) {}
