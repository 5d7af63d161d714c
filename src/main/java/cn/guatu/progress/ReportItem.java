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
}
