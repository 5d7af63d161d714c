package cn.guatu.supervision;

import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.rollup.NodeFigure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week as whoever supervises it sees it.
 *
 * @param week which
 * @param units how the departments report
 * @param items what was asked for, and how far it has come
 * @param late nodes that are late, the latest first
 * @param slips nodes whose dates were moved in the year, who moved most first
 * @param burden what reporting costs, by week, the oldest first
 */
public record WeekOverview(
        ReportingWeek week,
        List<UnitRate> units,
        List<Item> items,
        List<NodeFigure> late,
        List<Slip> slips,
        List<Burden> burden) {

    /** Copies the lists. */
    public WeekOverview {
        units = List.copyOf(units);
        items = List.copyOf(items);
        late = List.copyOf(late);
        slips = List.copyOf(slips);
        burden = List.copyOf(burden);
    }

    /**
     * How a department reports.
     *
     * @param unit its name
     * @param asked items that were asked for
     * @param reported of these, reported
     * @param inTime of these, before they were due
     * @param returned of these, returned at least once
     */
    public record UnitRate(String unit, int asked, int reported, int inTime, int returned) {
        /** Reported of asked, in per cent, rounded down: 100 only when all are. */
        public int percent() {
            return asked == 0 ? 0 : reported * 100 / asked;
        }
    }

    /**
     * An item that was asked for.
     *
     * @param subject in words
     * @param phase its phase
     * @param node its node; null for the phase as a whole
     * @param unit the lead department
     * @param owner who answers
     * @param reported whether it was reported
     * @param state how far it has come, in Chinese
     * @param returns how often it was returned
     * @param reason why it was asked for
     */
    public record Item(
            String subject,
            PhaseId phase,
            @Nullable NodeId node,
            String unit,
            String owner,
            boolean reported,
            String state,
            int returns,
            String reason) {}

    /**
     * What reporting cost in a week (填报负担): items × people × fields.
     *
     * @param week which
     * @param items that were asked for
     * @param people who were asked
     * @param fields to fill in: one for 无变化, five else
     */
    public record Burden(ReportingWeek week, int items, int people, int fields) {}
}
