package cn.guatu.rollup;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A target in a street, in a department, or in a street × department cell (semantics §5a, §9). Rates are fractions, unrounded.
 *
 * @param street name of the street; null when not broken down by street
 * @param department name of the lead department of the phases; null when not broken down by department
 * @param targetCode 编码
 * @param target the denominator; null when absent
 * @param basis where the denominator comes from; null when absent
 * @param achieved the numerator, shares applied; null: 未报
 * @param rate completion rate, never clamped; null: "—"
 * @param expected the target's own expected progress
 * @param deviation rate − expected; null when one is absent
 * @param light colour of the aggregated number
 * @param lightReason one sentence with the numbers and the rule version that decided
 * @param worstChild the worst light among the nodes that name the target in this unit; null when there is none
 * @param involved 涉及全额, not additive: whole quantities of what touches the street; null unless the row is a street's
 * @param missing nodes of this unit that were due and have neither an actual date nor a recognition
 */
public record RollupRow(
        @Nullable String street,
        @Nullable String department,
        String targetCode,
        @Nullable BigDecimal target,
        @Nullable Basis basis,
        @Nullable BigDecimal achieved,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal deviation,
        Light light,
        String lightReason,
        @Nullable Light worstChild,
        @Nullable BigDecimal involved,
        int missing) {}
