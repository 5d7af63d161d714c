package cn.guatu.progress;

import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item of a week with all that is needed to report on it and to review it.
 *
 * @param nodeName null: the phase as a whole
 * @param ownerName who answers, as written
 * @param planned 计划完成 of the node; null for a phase
 * @param counted what it counts towards; null when towards nothing
 * @param askedFor why it is asked for this week; null when it is not
 * @param report what was said this week; null while nothing was
 * @param last the last report before this week that was not returned; null when there is none
 * @param draft what the reader has typed and not submitted; null when nothing
 * @param files how many evidence files stand on it
 */
public record WeekItem(
        ReportKey key,
        int year,
        String projectCode,
        String projectName,
        String phaseName,
        @Nullable String nodeName,
        UnitId lead,
        @Nullable PersonId owner,
        String ownerName,
        @Nullable LocalDate planned,
        @Nullable LocalDate forecast,
        @Nullable LocalDate actual,
        @Nullable Counted counted,
        @Nullable String askedFor,
        @Nullable WeeklyReport report,
        @Nullable WeeklyReport last,
        @Nullable Draft draft,
        int files) {

    /** How far it has come. */
    public ReportState state() {
        if (report != null && report.state() != ReportState.DRAFT) {
            return report.state();
        }
        return report != null || draft != null ? ReportState.DRAFT : ReportState.NOT_REPORTED;
    }

    /** Whether something is still to be done by who reports: nothing submitted yet, or returned. */
    public boolean isOpen() {
        return !state().isReported();
    }

    /** The version of the report that is there; 0 when there is none. */
    public int version() {
        return report == null ? 0 : report.version();
    }

    /** Project, phase and node in one line. */
    public String title() {
        String phase = "一期".equals(phaseName) ? projectName : projectName + "（" + phaseName + "）";
        return nodeName == null ? phase : phase + " · " + nodeName;
    }
}
