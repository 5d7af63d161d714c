package cn.guatu.bulletin.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a 累计 target will have by the end of the year, three ways. Quantities in the unit of the target.
 *
 * @param byNodes achieved, and what open nodes deliver when each keeps its forecast (or planned) date; null without such nodes
 * @param byPace achieved, and the mean of the last three months for each month left; null in January
 * @param low nine runs of ten end above it; null when there is nothing to draw from
 * @param middle half of the runs end above it; null when there is nothing to draw from
 * @param high one run of ten ends above it; null when there is nothing to draw from
 * @param chance share of the runs that reach the target; null without a target or runs
 * @param drawnFrom what the runs are drawn from, in words; empty without runs
 */
public record Forecast(
        @Nullable BigDecimal byNodes,
        @Nullable BigDecimal byPace,
        @Nullable BigDecimal low,
        @Nullable BigDecimal middle,
        @Nullable BigDecimal high,
        @Nullable BigDecimal chance,
        String drawnFrom) {

    /** Where nothing can be foretold. */
    public static final Forecast NONE = new Forecast(null, null, null, null, null, null, "");
}
