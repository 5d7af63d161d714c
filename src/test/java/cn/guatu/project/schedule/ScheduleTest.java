package cn.guatu.project.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 倒排工期: semantics §10. */
class ScheduleTest {

    /** Some days around the turn of the year 2026: 1 to 3 January are off, Sunday the 4th is worked. */
    private static final WorkCalendar CALENDAR = new WorkCalendar(Map.of(
            day(1, 1),
            true,
            day(1, 2),
            true,
            day(1, 3),
            true,
            day(1, 4),
            false,
            day(2, 16),
            true,
            day(2, 17),
            true,
            day(2, 18),
            true,
            day(2, 28),
            false,
            day(5, 1),
            true));

    private static final LocalDate NEW_YEAR = day(1, 1);

    @Test
    void aNodeStartsOnTheWorkingDayAfterItsLastPredecessorFinishesAndOccupiesItsDuration() {
        Map<NodeId, NodeTimes> times = of(task(1, 5, day(1, 30)), task(2, 2, day(1, 30)), task(3, 3, day(1, 30), 1, 2));

        // The year's first working day is Sunday the 4th; five days end on Thursday the 8th.
        assertThat(times.get(id(1)).earliestStart()).isEqualTo(day(1, 4));
        assertThat(times.get(id(1)).earliestFinish()).isEqualTo(day(1, 8));
        assertThat(times.get(id(3)).earliestStart()).isEqualTo(day(1, 9));
        assertThat(times.get(id(3)).earliestFinish()).isEqualTo(day(1, 13));
    }

    @Test
    void thePlannedDateOfTheLastNodeDrivesTheLatestDatesOfAllBeforeIt() {
        Map<NodeId, NodeTimes> times =
                of(task(1, 5, day(12, 31)), task(2, 2, day(12, 31)), task(3, 3, day(1, 16), 1, 2));

        assertThat(times.get(id(3)).latestFinish()).isEqualTo(day(1, 16));
        assertThat(times.get(id(3)).latestStart()).isEqualTo(day(1, 14));
        assertThat(times.get(id(1)).latestStart()).isEqualTo(day(1, 7));
        assertThat(times.get(id(1)).totalFloat()).isEqualTo(3);
        assertThat(times.get(id(2)).totalFloat()).isEqualTo(6);
        assertThat(times.get(id(1)).critical()).isTrue();
        assertThat(times.get(id(2)).critical()).isFalse();
        assertThat(times.get(id(3)).critical()).isTrue();
    }

    @Test
    void aPlanThatCannotBeKeptHasNegativeFloat() {
        Map<NodeId, NodeTimes> times = of(task(1, 5, day(12, 31)), task(2, 5, day(1, 12), 1));

        // Ten working days from the 4th end on Thursday the 15th, three after the 12th.
        assertThat(times.get(id(2)).totalFloat()).isEqualTo(-3);
        assertThat(times.get(id(1)).totalFloat()).isEqualTo(-3);
    }

    @Test
    void aNodeWithoutADurationTakesNoWorkingDay() {
        Map<NodeId, NodeTimes> times = of(task(1, 5, day(1, 30)), task(2, 0, day(1, 30), 1), task(3, 1, day(1, 30), 2));

        assertThat(times.get(id(2)).earliestStart()).isEqualTo(day(1, 9));
        assertThat(times.get(id(3)).earliestStart()).isEqualTo(day(1, 9));
    }

    @Test
    void aNodeAloneWithoutADurationMayTakePlaceUntilItsPlannedDate() {
        NodeTimes times = of(task(1, 0, day(1, 30))).get(id(1));

        assertThat(times.earliestStart()).isEqualTo(day(1, 4));
        assertThat(times.latestStart()).isEqualTo(day(1, 30));
        assertThat(times.totalFloat()).isEqualTo(CALENDAR.workingDaysBetween(day(1, 4), day(1, 30)));
    }

    @Test
    void aPlannedDateOnADayOffMeansTheWorkingDayBefore() {
        // 31 January 2026 is a Saturday.
        assertThat(of(task(1, 1, day(1, 31))).get(id(1)).latestFinish()).isEqualTo(day(1, 30));
    }

    @Test
    void withoutAPlannedDateTheSuccessorsDecide() {
        Map<NodeId, NodeTimes> times = of(task(1, 2, null), task(2, 1, day(1, 16), 1));

        assertThat(times.get(id(1)).latestFinish()).isEqualTo(day(1, 15));
    }

    @Test
    void theLeastFloatIsFoundForEachPhase() {
        Task late = new Task(id(1), "甲", new PhaseId(1), NEW_YEAR, 1, day(1, 6), Set.of());
        Task easy = new Task(id(2), "乙", new PhaseId(2), NEW_YEAR, 1, day(6, 30), Set.of());

        Map<NodeId, NodeTimes> times =
                Schedule.of(List.of(late, easy), CALENDAR).times();

        assertThat(times.values()).allMatch(NodeTimes::critical);
    }

    @Test
    void aCycleIsRefusedNamingItsNodesAndNoOthers() {
        assertThatThrownBy(() -> of(task(1, 1, null, 3), task(2, 1, null, 1), task(3, 1, null, 2), task(4, 1, null, 3)))
                .isInstanceOfSatisfying(
                        CyclicSchedule.class,
                        cycle -> assertThat(cycle.nodes()).containsExactlyInAnyOrder(id(1), id(2), id(3)))
                .hasMessageContaining("节点1")
                .hasMessageNotContaining("节点4");
    }

    @Test
    void onAnyGraphItSaysWhatAnObviousImplementationSays() {
        Random random = new Random(20261101);
        for (int graph = 0; graph < 300; graph++) {
            List<Task> tasks = randomTasks(random, 1 + random.nextInt(25), 0.15);

            assertThat(Schedule.of(tasks, CALENDAR).times())
                    .as("graph %d", graph)
                    .isEqualTo(obvious(tasks));
        }
    }

    @Test
    void tenThousandNodesInOneChainAreNoTrouble() {
        List<Task> tasks = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> i == 1 ? task(i, 1, null) : task(i, 1, null, i - 1))
                .toList();

        Map<NodeId, NodeTimes> times = Schedule.of(tasks, CALENDAR).times();

        assertThat(times.get(id(10_000)).earliestStart()).isEqualTo(CALENDAR.plusWorkingDays(day(1, 4), 9_999));
        assertThat(times.values()).allMatch(NodeTimes::critical);
    }

    private static List<Task> randomTasks(Random random, int size, double density) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            Set<NodeId> predecessors = new HashSet<>();
            for (int j = 1; j < i; j++) {
                if (random.nextDouble() < density) {
                    predecessors.add(id(j));
                }
            }
            tasks.add(new Task(
                    id(i),
                    "节点" + i,
                    new PhaseId(1 + random.nextInt(3)),
                    NEW_YEAR.plusDays(random.nextInt(60)),
                    random.nextInt(4) == 0 ? 0 : random.nextInt(12),
                    random.nextInt(4) == 0 ? null : NEW_YEAR.minusDays(20).plusDays(random.nextInt(200)),
                    predecessors));
        }
        Collections.shuffle(tasks, random);
        return tasks;
    }

    /** Moves every node until nothing moves any more, day by day on the calendar. */
    private static Map<NodeId, NodeTimes> obvious(List<Task> tasks) {
        Map<NodeId, Task> byId = new HashMap<>();
        tasks.forEach(task -> byId.put(task.id(), task));
        Map<NodeId, LocalDate> early = new HashMap<>();
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Task task : tasks) {
                LocalDate start = task.predecessors().isEmpty() ? onOrAfter(task.start()) : LocalDate.MIN;
                for (NodeId predecessor : task.predecessors()) {
                    LocalDate after = early.get(predecessor);
                    LocalDate free = after == null
                            ? LocalDate.MIN
                            : forward(after, byId.get(predecessor).duration());
                    start = free.isAfter(start) ? free : start;
                }
                if (!start.equals(LocalDate.MIN) && !start.equals(early.put(task.id(), start))) {
                    moved = true;
                }
            }
        }
        Map<NodeId, LocalDate> late = new HashMap<>();
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Task task : tasks) {
                List<Task> successors = tasks.stream()
                        .filter(other -> other.predecessors().contains(task.id()))
                        .toList();
                LocalDate start = LocalDate.MAX;
                if (task.planned() != null) {
                    start = backward(onOrBefore(task.planned()), Math.max(0, task.duration() - 1));
                } else if (successors.isEmpty()) {
                    LocalDate end = tasks.stream()
                            .filter(other -> other.phase().equals(task.phase()))
                            .map(other -> last(early.get(other.id()), other))
                            .max(LocalDate::compareTo)
                            .orElseThrow();
                    start = backward(end, Math.max(0, task.duration() - 1));
                }
                for (Task successor : successors) {
                    LocalDate other = late.get(successor.id());
                    LocalDate latest = other == null ? LocalDate.MAX : backward(other, task.duration());
                    start = latest.isBefore(start) ? latest : start;
                }
                if (!start.equals(LocalDate.MAX) && !start.equals(late.put(task.id(), start))) {
                    moved = true;
                }
            }
        }
        Map<NodeId, NodeTimes> times = new HashMap<>();
        for (Task task : tasks) {
            int spare = CALENDAR.workingDaysBetween(early.get(task.id()), late.get(task.id()));
            boolean critical = tasks.stream()
                    .filter(other -> other.phase().equals(task.phase()))
                    .allMatch(
                            other -> CALENDAR.workingDaysBetween(early.get(other.id()), late.get(other.id())) >= spare);
            LocalDate first = early.get(task.id());
            LocalDate latest = late.get(task.id());
            times.put(task.id(), new NodeTimes(first, last(first, task), latest, last(latest, task), spare, critical));
        }
        return times;
    }

    private static LocalDate last(LocalDate first, Task task) {
        return forward(first, Math.max(0, task.duration() - 1));
    }

    private static LocalDate forward(LocalDate from, int workingDays) {
        return CALENDAR.plusWorkingDays(from, workingDays);
    }

    private static LocalDate backward(LocalDate from, int workingDays) {
        return CALENDAR.plusWorkingDays(from, -workingDays);
    }

    private static LocalDate onOrAfter(LocalDate day) {
        return CALENDAR.isWorkingDay(day) ? day : CALENDAR.nextWorkingDay(day);
    }

    private static LocalDate onOrBefore(LocalDate day) {
        return CALENDAR.isWorkingDay(day) ? day : CALENDAR.previousWorkingDay(day);
    }

    private static Map<NodeId, NodeTimes> of(Task... tasks) {
        return Schedule.of(List.of(tasks), CALENDAR).times();
    }

    private static Task task(int id, int duration, @Nullable LocalDate planned, int... predecessors) {
        Set<NodeId> before = new HashSet<>();
        IntStream.of(predecessors).forEach(predecessor -> before.add(id(predecessor)));
        return new Task(id(id), "节点" + id, new PhaseId(1), NEW_YEAR, duration, planned, before);
    }

    private static NodeId id(int value) {
        return new NodeId(value);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
