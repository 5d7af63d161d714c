package cn.guatu.project.schedule;

import static cn.guatu.project.schedule.Slow.CALENDAR;
import static cn.guatu.project.schedule.Slow.day;
import static cn.guatu.project.schedule.Slow.task;
import static cn.guatu.project.schedule.Slow.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.project.NodeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 锁定日期 and 停计时 in the schedule (semantics §10, §12: approved external causes stop the clock). */
class BoundScheduleTest {

    private static final NodeId FIRST = new NodeId(1);
    private static final NodeId SECOND = new NodeId(2);

    @Test
    void daysOnWhichTheClockStandsStillDoNotCountTowardsADuration() {
        Task task = with(task(1, 3, null), new Terms(null, List.of(new Stop(day(1, 6), day(1, 7))), null, 1));

        // Sunday the 4th is worked; Tuesday and Wednesday are lost to 补正.
        NodeTimes times = Schedule.of(List.of(task), CALENDAR).times().get(FIRST);
        assertThat(times.earliestStart()).isEqualTo(day(1, 4));
        assertThat(times.earliestFinish()).isEqualTo(day(1, 8));
    }

    @Test
    void aPinnedNodeTakesPlaceOnItsDayAndThoseAfterItWaitForIt() {
        Task pinned = with(task(1, 1, null), new Terms(day(3, 2), List.of(), null, 1));
        Map<NodeId, NodeTimes> times =
                Schedule.of(List.of(pinned, task(2, 2, null, 1)), CALENDAR).times();

        assertThat(times.get(FIRST).earliestFinish()).isEqualTo(day(3, 2));
        assertThat(times.get(FIRST).latestFinish()).isEqualTo(day(3, 2));
        assertThat(times.get(SECOND).earliestStart()).isEqualTo(day(3, 3));
    }

    @Test
    void whatCannotBeReadyForAPinnedDayHasNegativeFloat() {
        Task pinned = with(task(2, 1, null, 1), new Terms(day(1, 9), List.of(), null, 1));
        Map<NodeId, NodeTimes> times =
                Schedule.of(List.of(task(1, 8, null), pinned), CALENDAR).times();

        // Eight days from the 4th end on the 13th, so the 14th is the first day for it: three working days after the
        // 9th.
        assertThat(times.get(SECOND).totalFloat()).isEqualTo(-3);
        assertThat(times.get(FIRST).totalFloat()).isEqualTo(-3);
    }

    @Test
    void onAnyGraphWithPinsAndStopsItSaysWhatAnObviousImplementationSays() {
        Random random = new Random(20261122);
        for (int graph = 0; graph < 300; graph++) {
            List<Task> tasks = Slow.random(random, 1 + random.nextInt(14));
            Slow slow = new Slow(tasks, null);
            Map<NodeId, LocalDate> early = slow.earliestStarts();
            Map<NodeId, LocalDate> late = slow.latestStarts();

            Map<NodeId, NodeTimes> times = Schedule.of(tasks, CALENDAR).times();

            for (Task task : tasks) {
                NodeTimes each = times.get(task.id());
                assertThat(each.earliestStart()).as("graph %d %s", graph, task).isEqualTo(early.get(task.id()));
                assertThat(each.latestStart()).as("graph %d %s", graph, task).isEqualTo(late.get(task.id()));
                assertThat(each.earliestFinish()).isEqualTo(slow.finish(task, early.get(task.id())));
                assertThat(each.totalFloat())
                        .isEqualTo(CALENDAR.workingDaysBetween(early.get(task.id()), late.get(task.id())));
            }
        }
    }
}
