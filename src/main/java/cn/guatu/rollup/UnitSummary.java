package cn.guatu.rollup;

import cn.guatu.rollup.rule.Overall;
import java.math.BigDecimal;
import java.util.Collection;
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
        int withoutRate) {

    /**
     * The same over some targets, such as those that a leader answers for; parts of other targets (其中) are left out.
     *
     * @param unit whose they are
     * @param targets figures of one cut-off
     */
    public static UnitSummary over(@Nullable String unit, Collection<TargetFigure> targets) {
        Overall overall = Overall.of(targets.stream()
                .filter(target -> target.parentCode() == null)
                .map(target -> new Overall.Part(target.weight(), target.rate(), target.expected()))
                .toList());
        return new UnitSummary(
                unit,
                overall.rate(),
                overall.expected(),
                overall.deviation(),
                overall.light(),
                overall.reason(),
                overall.targets(),
                overall.withoutRate());
    }
}
