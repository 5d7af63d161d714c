package cn.guatu.supervision.rule;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.supervision.LadderLevel;
import cn.guatu.supervision.LadderRule;
import cn.guatu.supervision.LadderSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which step of the ladder an item is on at an instant (semantics §12): the highest that fits and is not switched off. One that was reached
 * straight away, e.g. after an outage, does not bring the milder ones after it.
 */
public final class Ladder {

    private final LadderSettings settings;
    private final LadderMoments moments;
    private final Instant at;

    /**
     * The ladder at an instant.
     *
     * @param settings the rules in force
     * @param moments of the week
     * @param at when
     */
    public Ladder(LadderSettings settings, LadderMoments moments, Instant at) {
        this.settings = settings;
        this.moments = moments;
        this.at = at;
    }

    /**
     * A node as of the day of the instant.
     *
     * @param planned 计划完成
     * @param open whether it has no actual date yet
     * @param daysLate working days late
     * @param ordered whether it is under a 督办单 of an earlier week: that has deadlines of its own, and the ladder is silent
     */
    public record NodeFact(LocalDate planned, boolean open, int daysLate, boolean ordered) {}

    /**
     * An item that was asked for.
     *
     * @param reportedAt when it was reported; null when it was not
     * @param silentBefore how many weeks just before this one it was asked for and not reported
     * @param ordered whether it is under a 督办单 of an earlier week
     */
    public record ReportFact(@Nullable Instant reportedAt, int silentBefore, boolean ordered) {}

    /** The step that a node is on. */
    public Optional<LadderLevel> node(NodeFact node) {
        if (!node.open() || node.ordered()) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(at, BusinessClock.ZONE);
        if (node.daysLate() > settings.orderAfter()) {
            return highest(LadderRule.NODE, LadderLevel.ORDER);
        }
        if (node.daysLate() >= settings.overdueAfter()) {
            return highest(LadderRule.NODE, LadderLevel.OVERDUE);
        }
        Instant due = node.planned()
                .atTime(settings.dueTime())
                .atZone(BusinessClock.ZONE)
                .toInstant();
        if (!at.isBefore(due)) {
            return highest(LadderRule.NODE, LadderLevel.UNREPORTED);
        }
        return node.planned().isAfter(day.plusDays(settings.windowDays()))
                ? Optional.empty()
                : highest(LadderRule.NODE, LadderLevel.DUE_SOON);
    }

    /** The step that an asked item is on. */
    public Optional<LadderLevel> report(ReportFact report) {
        if (report.reportedAt() != null && !report.reportedAt().isAfter(at)) {
            return Optional.empty();
        }
        if (!at.isBefore(moments.closes())) {
            boolean order = report.silentBefore() + 1 >= settings.silentWeeks() && !report.ordered();
            return highest(LadderRule.REPORT, order ? LadderLevel.ORDER : LadderLevel.OVERDUE);
        }
        if (!at.isBefore(moments.due())) {
            return highest(LadderRule.REPORT, LadderLevel.UNREPORTED);
        }
        return at.isBefore(moments.remind()) ? Optional.empty() : highest(LadderRule.REPORT, LadderLevel.DUE_SOON);
    }

    /** This level, or the next milder one that is taken. */
    private Optional<LadderLevel> highest(LadderRule rule, LadderLevel wanted) {
        return List.of(LadderLevel.values()).reversed().stream()
                .filter(level -> level.compareTo(wanted) <= 0)
                .filter(level -> settings.takes(rule, level))
                .findFirst();
    }
}
