package cn.guatu.assessment.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule looks at: a target, a due node, a missed week.
 *
 * @param measure what it is measured by
 * @param key tells the facts of a unit apart, and stays the same while the month is being closed
 * @param item its name
 * @param weight among the facts of its part; of an occurrence, how many times it counts
 * @param value what the bands judge; null: there is none (open, not reported)
 * @param counts false: shown, but out of the count (nothing expected yet, no rate)
 * @param says one sentence with the numbers
 * @param link path in the product that shows the evidence; null when there is none
 */
public record Fact(
        Measure measure,
        String key,
        String item,
        BigDecimal weight,
        @Nullable BigDecimal value,
        boolean counts,
        String says,
        @Nullable String link) {}
