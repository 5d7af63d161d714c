package cn.guatu.bulletin;

import cn.guatu.rollup.UnitSummary;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the list of scorecards.
 *
 * @param subject who
 * @param summary 综合完成率
 * @param score of the month; null for a leader, and without one
 * @param rank 1, 1, 3 within the kind; null without a score
 */
public record Standing(
        Subject subject,
        UnitSummary summary,
        @Nullable BigDecimal score,
        @Nullable Integer rank) {}
