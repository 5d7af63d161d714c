package cn.guatu.rollup.rule;

import cn.guatu.target.Direction;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to finish (semantics §7): shown beside a target, decides nothing.
 *
 * @param requiredPerMonth remaining / months left, 0 when done; null for RATIO, without target or value, or with no month left
 * @param lastThreeMonths mean of the last three completed months of the year, or of as many as there are; only for FLOW
 * @param forecast achieved + that mean × months left; only for FLOW
 */
public record Outlook(
        @Nullable BigDecimal requiredPerMonth,
        @Nullable BigDecimal lastThreeMonths,
        @Nullable BigDecimal forecast) {

    private static final int MONTHS = 12;
    private static final int RECENT = 3;

    /** The outlook of a figure after so many completed months. */
    public static Outlook of(YearFacts.Target target, Figure figure, int completedMonths) {
        int left = MONTHS - completedMonths;
        BigDecimal achieved = figure.achieved();
        BigDecimal required = null;
        if (achieved != null && figure.target() != null && left > 0 && target.kind() != TargetKind.RATIO) {
            BigDecimal remaining = target.direction() == Direction.DOWN
                    ? achieved.subtract(figure.target())
                    : figure.target().subtract(achieved);
            required = Exact.divide(remaining.max(BigDecimal.ZERO), BigDecimal.valueOf(left));
        }
        if (target.kind() != TargetKind.FLOW || achieved == null) {
            return new Outlook(required, null, null);
        }
        if (completedMonths == 0) {
            return new Outlook(required, null, null);
        }
        BigDecimal mean = Exact.divide(figure.recent(), BigDecimal.valueOf(Math.min(RECENT, completedMonths)));
        return new Outlook(required, mean, achieved.add(mean.multiply(BigDecimal.valueOf(left))));
    }

    /** A quotient as a fraction; null when there is nothing to divide by. */
    public static @Nullable BigDecimal fraction(BigDecimal numerator, @Nullable BigDecimal denominator) {
        return denominator == null || denominator.signum() == 0 ? null : Exact.divide(numerator, denominator);
    }
}
