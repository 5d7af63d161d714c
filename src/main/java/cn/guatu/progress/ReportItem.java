package cn.guatu.progress;

import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a week and how far it has come, for supervision and assessment.
 *
 * @param node null: the phase as a whole
 * @param owner who answers; null when he has no record
 * @param department the lead department of the phase
 * @param streets those that have a share in the phase, in order
 * @param asked whether it was asked for; else somebody reported of his own accord
 * @param reason why it was asked for; null when it was not
 * @param submittedAt the last submission; null before the first
 * @param returns how often the report was returned
 * @param claimed the cumulative value that the report claims; null when none
 * @param recognised what was confirmed when it was approved; null before that, and when nothing is counted
 */
public record ReportItem(
        ReportingWeek week,
        PhaseId phase,
        @Nullable NodeId node,
        @Nullable PersonId owner,
        UnitId department,
        List<UnitId> streets,
        boolean asked,
        @Nullable String reason,
        ReportState state,
        boolean noChange,
        @Nullable Instant submittedAt,
        int returns,
        @Nullable BigDecimal claimed,
        @Nullable BigDecimal recognised) {
    /** Keeps its own copy of the list. */
    public ReportItem {
        streets = List.copyOf(streets);
    }

    /**
     * The item as it stood after some of its steps, the first ones first.
     *
     * @param askedThen whether it had been asked for by then
     */
    ReportItem as(boolean askedThen, List<StepAction> steps) {
        ReportState then = ReportState.NOT_REPORTED;
        int returned = 0;
        for (StepAction step : steps) {
            then = step.leavesAs(then);
            returned += step == StepAction.RETURNED ? 1 : 0;
        }
        return new ReportItem(
                week,
                phase,
                node,
                owner,
                department,
                streets,
                askedThen,
                askedThen ? reason : null,
                then,
                noChange,
                then == ReportState.NOT_REPORTED ? null : submittedAt,
                returned,
                then == ReportState.NOT_REPORTED ? null : claimed,
                then == ReportState.APPROVED ? recognised : null);
    }
}
