package cn.guatu.assessment.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Values from {@code from} (inclusive) to {@code to} (exclusive) earn this part of the points.
 *
 * @param from null: from the smallest on
 * @param to null: to the largest
 * @param credit 0 to 1; null: the value itself, which then lies between 0 and 1
 */
public record Band(
        @Nullable BigDecimal from,
        @Nullable BigDecimal to,
        @Nullable BigDecimal credit) {

    /** Whether the value lies in it. */
    public boolean holds(BigDecimal value) {
        return (from == null || value.compareTo(from) >= 0) && (to == null || value.compareTo(to) < 0);
    }

    /** What the value earns. */
    public BigDecimal creditOf(BigDecimal value) {
        return credit == null ? value : credit;
    }
}
