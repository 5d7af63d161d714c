package cn.guatu.assessment;

import cn.guatu.org.MonthState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a month: the published ones, or the draft as it stands.
 *
 * @param year the plan year
 * @param month 1–12
 * @param state where the month stands
 * @param cutOff the last day of the month: what the figures are of
 * @param publishedAt when it was published; null for a draft
 * @param knownAt what was known: the instant of the snapshot; null for the draft as known now
 * @param ruleVersion the version of the scoring rules
 * @param scorecards streets, departments, task forces, each type by rank; units without a score last
 */
public record MonthResult(
        int year,
        int month,
        MonthState state,
        LocalDate cutOff,
        @Nullable Instant publishedAt,
        @Nullable Instant knownAt,
        int ruleVersion,
        List<Scorecard> scorecards) {

    /** The list is copied. */
    public MonthResult {
        scorecards = List.copyOf(scorecards);
    }
}
