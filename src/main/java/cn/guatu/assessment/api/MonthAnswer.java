package cn.guatu.assessment.api;

import cn.guatu.assessment.Finding;
import cn.guatu.assessment.StepTaken;
import cn.guatu.org.MonthState;
import cn.guatu.org.PlanMonth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month as it stands.
 *
 * @param since when it came into this state; null for a month that nobody has touched
 * @param by who brought it there
 * @param cutOff its last day
 * @param locked whether it is published and not re-opened
 * @param moved whether the call moved it; null where it was only read
 * @param checklist what stood against the step that was asked for; null where it was only read
 */
record MonthAnswer(
        int year,
        int month,
        MonthState state,
        @Nullable Instant since,
        @Nullable String by,
        LocalDate cutOff,
        boolean locked,
        @Nullable Instant objectionUntil,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant publishedAt,
        @Nullable Reopened reopening,
        @Nullable Boolean moved,
        @Nullable List<Finding> checklist) {

    /** The re-opening, as it was asked for. */
    record Reopened(String person, String scope, String reason, Instant expiry, String by) {}

    static MonthAnswer of(PlanMonth month) {
        return of(month, null, null);
    }

    static MonthAnswer of(StepTaken taken) {
        return of(taken.month(), taken.moved(), taken.findings());
    }

    private static MonthAnswer of(PlanMonth month, @Nullable Boolean moved, @Nullable List<Finding> checklist) {
        PlanMonth.Reopening reopening = month.reopening();
        return new MonthAnswer(
                month.year(),
                month.month(),
                month.state(),
                month.enteredAt(),
                month.enteredBy(),
                month.calendar().atEndOfMonth(),
                month.state() == MonthState.PUBLISHED,
                month.objectionUntil(),
                month.approvedBy(),
                month.approvedAt(),
                month.publishedAt(),
                reopening == null
                        ? null
                        : new Reopened(
                                reopening.person(),
                                reopening.scope(),
                                reopening.reason(),
                                reopening.until(),
                                reopening.by()),
                moved,
                checklist);
    }
}
