package cn.guatu.supervision.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.rollup.Light;
import cn.guatu.supervision.LadderLevel;
import cn.guatu.supervision.LadderSettings;
import cn.guatu.supervision.rule.WhoIsAsked.NodeView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** semantics §12: who is asked, when the ladder acts, and which step fits. */
class LadderTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 8);
    private static final WorkCalendar PLAIN = new WorkCalendar(Map.of());

    @Test
    void aWeekActsEachWorkingDayAndAtItsDeadlines() {
        LadderMoments moments = moments(PLAIN);

        assertThat(moments.all())
                .containsExactly(
                        at(8, 8, 0),
                        at(9, 8, 0),
                        at(10, 8, 0),
                        at(10, 9, 0),
                        at(11, 8, 0),
                        at(11, 17, 0),
                        at(12, 8, 0),
                        at(12, 12, 0));
        assertThat(moments.ask()).isEqualTo(at(8, 8, 0));
        assertThat(moments.lastBy(at(11, 16, 59))).contains(at(11, 8, 0));
        assertThat(moments.lastBy(at(8, 7, 59))).isEmpty();
    }

    @Test
    void onDaysOffThereIsNoRoundAndTheReminderComesOnTheWorkingDayBefore() {
        WorkCalendar holiday =
                new WorkCalendar(Map.of(MONDAY, true, MONDAY.plusDays(2), true, LocalDate.of(2026, 6, 13), false));
        LadderMoments moments = moments(holiday);

        assertThat(moments.ask()).isEqualTo(at(9, 8, 0));
        assertThat(moments.remind()).isEqualTo(at(9, 9, 0));
        assertThat(moments.all()).contains(at(13, 8, 0)).doesNotContain(at(8, 8, 0), at(10, 8, 0));
    }

    @Test
    void aNodeClimbsByItsWorkingDaysLate() {
        assertThat(node(LocalDate.of(2026, 6, 22), 0)).contains(LadderLevel.DUE_SOON);
        assertThat(node(LocalDate.of(2026, 6, 23), 0)).isEmpty();
        assertThat(node(LocalDate.of(2026, 6, 5), 0)).contains(LadderLevel.UNREPORTED);
        assertThat(node(LocalDate.of(2026, 6, 4), 1)).contains(LadderLevel.OVERDUE);
        assertThat(node(LocalDate.of(2026, 5, 25), 10)).contains(LadderLevel.OVERDUE);
        assertThat(node(LocalDate.of(2026, 5, 22), 11)).contains(LadderLevel.ORDER);
    }

    @Test
    void onItsPlannedDayANodeIsDueFromFiveInTheAfternoon() {
        Ladder.NodeFact today = new Ladder.NodeFact(MONDAY, true, 0, false);

        assertThat(ladder(at(8, 16, 59)).node(today)).contains(LadderLevel.DUE_SOON);
        assertThat(ladder(at(8, 17, 0)).node(today)).contains(LadderLevel.UNREPORTED);
    }

    @Test
    void aDoneNodeAndOneUnderAnOrderAreLeftInPeace() {
        assertThat(ladder(at(8, 9, 0)).node(new Ladder.NodeFact(MONDAY.minusDays(60), false, 40, false)))
                .isEmpty();
        assertThat(ladder(at(8, 9, 0)).node(new Ladder.NodeFact(MONDAY.minusDays(60), true, 40, true)))
                .isEmpty();
    }

    @Test
    void aStepThatIsSwitchedOffGivesWayToTheNextMilderOne() {
        LadderSettings usual = LadderSettings.USUAL;
        LadderSettings gentle = new LadderSettings(
                usual.askTime(),
                usual.roundTime(),
                usual.remindTime(),
                usual.dueTime(),
                14,
                1,
                10,
                3,
                5,
                Set.of("NODE.ORDER"),
                usual.texts());
        Ladder ladder = new Ladder(gentle, moments(PLAIN), at(8, 9, 0));

        assertThat(ladder.node(new Ladder.NodeFact(MONDAY.minusDays(60), true, 40, false)))
                .contains(LadderLevel.OVERDUE);
    }

    @Test
    void anAskedItemIsRemindedThenUnreportedThenOverdue() {
        assertThat(report(at(10, 8, 59), null, 0)).isEmpty();
        assertThat(report(at(10, 9, 0), null, 0)).contains(LadderLevel.DUE_SOON);
        assertThat(report(at(11, 17, 0), null, 0)).contains(LadderLevel.UNREPORTED);
        assertThat(report(at(12, 12, 0), null, 1)).contains(LadderLevel.OVERDUE);
        assertThat(report(at(12, 12, 0), null, 2)).contains(LadderLevel.ORDER);
        assertThat(report(at(12, 12, 0), at(11, 16, 0), 2)).isEmpty();
    }

    @Test
    void onlyWhatCanHaveMovedIsAskedFor() {
        assertThat(asked(MONDAY.plusDays(14), null, Light.DUE_SOON, Light.NOT_DUE))
                .contains("计划6月22日完成，还有 14 天到期");
        assertThat(asked(MONDAY.minusDays(14), null, Light.ORANGE, Light.ORANGE))
                .contains("计划5月25日完成，已过 14 天");
        assertThat(asked(MONDAY.minusDays(15), null, Light.RED, Light.ORANGE)).contains("灯由督办变为红灯");
        assertThat(asked(MONDAY.minusDays(90), null, Light.RED, Light.RED)).isEmpty();
        assertThat(asked(MONDAY.minusDays(90), MONDAY.plusDays(3), Light.RED, Light.RED))
                .contains("预计6月11日完成，还有 3 天到期");
        assertThat(WhoIsAsked.reason(
                        new NodeView(MONDAY.minusDays(40), null, MONDAY.minusDays(41), Light.GREEN, Light.GREEN, true),
                        MONDAY,
                        14))
                .contains("已报完成，凭证待补");
    }

    private static Optional<String> asked(LocalDate planned, @Nullable LocalDate forecast, Light now, Light before) {
        return WhoIsAsked.reason(new NodeView(planned, forecast, null, now, before, false), MONDAY, 14);
    }

    private static Optional<LadderLevel> node(LocalDate planned, int daysLate) {
        return ladder(at(8, 9, 0)).node(new Ladder.NodeFact(planned, true, daysLate, false));
    }

    private static Optional<LadderLevel> report(Instant at, @Nullable Instant reportedAt, int silentBefore) {
        return ladder(at).report(new Ladder.ReportFact(reportedAt, silentBefore, false));
    }

    private static Ladder ladder(Instant at) {
        return new Ladder(LadderSettings.USUAL, moments(PLAIN), at);
    }

    private static LadderMoments moments(WorkCalendar calendar) {
        return LadderMoments.of(
                ReportingWeek.of(2026, 24), LadderSettings.USUAL, at(11, 17, 0), at(12, 12, 0), calendar);
    }

    private static Instant at(int day, int hour, int minute) {
        return LocalDateTime.of(2026, 6, day, hour, minute)
                .atZone(BusinessClock.ZONE)
                .toInstant();
    }
}
