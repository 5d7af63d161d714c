package cn.guatu.rollup.rule;

import cn.guatu.rollup.Basis;
import cn.guatu.rollup.Light;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A target in a scope, worked out. Quantities in the unit of the target, rates as fractions, nothing rounded.
 *
 * @param version the version of the target in force at the cut-off; null when there is none
 * @param target the denominator; null when absent
 * @param basis where a unit's denominator comes from; null for the district, or when absent
 * @param achieved the numerator; null: 未报
 * @param quantity Σ quantities behind achieved (numerators of a RATIO), shares applied, PARTITION parts included
 * @param denominator Σ denominators behind it, 0 but for RATIO
 * @param unattributed what a parent of PARTITION parts has of its own; null without such parts
 * @param rate never clamped; null: "—"
 * @param expected the target's own expected progress; null when absent
 * @param planned the plan curve's share; null without a curve
 * @param deviation rate − expected; null when one is absent
 * @param light 灯
 * @param reason why, in one sentence
 * @param missing nodes that were due and delivered nothing
 * @param worstChild worst light of the nodes in scope that name the target; null when there are none
 * @param involved 涉及全额; null when 未报
 * @param recent what of the achieved value occurred in the last three completed months
 * @param plannedOnNodes Σ quantities planned on nodes of in-plan phases, shares applied; null when there are none
 * @param listed whether the scope has an allocation, a planned quantity, a ledger row, or a node of a MILESTONE target
 */
public record Figure(
        YearFacts.@Nullable Version version,
        @Nullable BigDecimal target,
        @Nullable Basis basis,
        @Nullable BigDecimal achieved,
        BigDecimal quantity,
        BigDecimal denominator,
        @Nullable BigDecimal unattributed,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal planned,
        @Nullable BigDecimal deviation,
        Light light,
        String reason,
        int missing,
        @Nullable Light worstChild,
        @Nullable BigDecimal involved,
        BigDecimal recent,
        @Nullable BigDecimal plannedOnNodes,
        boolean listed) {}
