package cn.guatu.org;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month of a plan year (semantics §13). A month that nobody has touched is open since ever: its instants and names are null.
 *
 * @param year the plan year
 * @param month 1–12
 * @param state where it stands now; a re-opening that has run out reads PUBLISHED
 * @param enteredAt when it came into this state
 * @param enteredBy the account, or the named system actor, that brought it there
 * @param objectionUntil the end of the objection window; null before it
 * @param approvedBy the leader who approved the result; null until then
 * @param approvedAt when he did
 * @param publishedAt the instant of the (latest) publication; null before the first
 * @param reopening the (latest) re-opening, also when it has run out; null when there never was one
 */
public record PlanMonth(
        int year,
        int month,
        MonthState state,
        @Nullable Instant enteredAt,
        @Nullable String enteredBy,
        @Nullable Instant objectionUntil,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant publishedAt,
        @Nullable Reopening reopening) {

    /**
     * Who may write into a published month, what, why and until when.
     *
     * @param person the account or the name of the person it is for
     * @param scope what it is for, in words
     * @param reason why
     * @param until the moment at which it ends by itself
     * @param by who re-opened it; may write on behalf of the person
     */
    public record Reopening(String person, String scope, String reason, Instant until, String by) {}

    /** A month that nobody has touched. */
    public static PlanMonth untouched(int year, int month) {
        return new PlanMonth(year, month, MonthState.OPEN, null, null, null, null, null, null, null);
    }

    /** The calendar month. */
    public YearMonth calendar() {
        return YearMonth.of(year, month);
    }

    /** As people write it: 2026年10月. */
    public String title() {
        return year + "年" + month + "月";
    }

    /** Whether its result has been published, re-opened or not. */
    public boolean isPublished() {
        return state == MonthState.PUBLISHED || state == MonthState.REOPENED;
    }
}
