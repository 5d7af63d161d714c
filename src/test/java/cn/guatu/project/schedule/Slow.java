package cn.guatu.project.schedule;

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
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An obvious schedule: every node is moved, day by day on the calendar, until nothing moves any more. Also random nodes to try it on. */
final class Slow {

    static final WorkCalendar CALENDAR = new WorkCalendar(
            Map.of(day(1, 1), true, day(1, 2), true, day(1, 4), false, day(2, 16), true, day(2, 28), false));

    private final List<Task> tasks;
    private final Map<NodeId, Task> byId = new HashMap<>();
    private final @Nullable LocalDate today;

    /** Looks ahead from today when it is given, and sees only the logic of the plan when not. */
    Slow(List<Task> tasks, @Nullable LocalDate today) {
        this.tasks = tasks;
        this.today = today;
        tasks.forEach(task -> byId.put(task.id(), task));
    }

    static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    static Task task(int id, int duration, @Nullable LocalDate planned, int... predecessors) {
        Set<NodeId> before = new HashSet<>();
        IntStream.of(predecessors).forEach(each -> before.add(new NodeId(each)));
        return new Task(new NodeId(id), "节点" + id, new PhaseId(1), day(1, 1), duration, planned, before);
    }

    static Task with(Task task, Terms terms) {
        return new Task(
                task.id(),
                task.name(),
                task.phase(),
                task.start(),
                task.duration(),
                task.planned(),
                task.predecessors(),
                terms);
    }

    static List<Task> random(Random random, int size) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            int[] before = IntStream.range(1, i)
                    .filter(each -> random.nextDouble() < 0.18)
                    .toArray();
            LocalDate planned = random.nextInt(4) == 0 ? null : day(1, 1).plusDays(random.nextInt(150));
            List<Stop> stops = new ArrayList<>();
            for (int stop = random.nextInt(6); stop > 3; stop--) {
                LocalDate from = day(1, 1).plusDays(random.nextInt(90));
                stops.add(new Stop(from, from.plusDays(random.nextInt(12))));
            }
            tasks.add(with(
                    task(i, random.nextInt(4) == 0 ? 0 : random.nextInt(12), planned, before),
                    new Terms(
                            random.nextInt(8) == 0 ? day(1, 5).plusDays(random.nextInt(90)) : null,
                            stops,
                            random.nextInt(5) == 0 ? day(1, 5).plusDays(random.nextInt(40)) : null,
                            random.nextInt(3))));
        }
        Collections.shuffle(tasks, random);
        return tasks;
    }

    Map<NodeId, LocalDate> earliestStarts() {
        Map<NodeId, LocalDate> starts = new HashMap<>();
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Task task : tasks) {
                LocalDate start = firstCounted(task, free(task, starts));
                if (today == null && task.terms().pinned() != null) {
                    LocalDate pinned = backFrom(task, onOrBefore(task.terms().pinned()));
                    start = pinned.isAfter(start) ? pinned : start;
                }
                moved |= !start.equals(starts.put(task.id(), start));
            }
        }
        return starts;
    }

    Map<NodeId, LocalDate> ends() {
        Map<NodeId, LocalDate> starts = earliestStarts();
        Map<NodeId, LocalDate> ends = new HashMap<>();
        tasks.forEach(task -> ends.put(task.id(), end(task, starts)));
        return ends;
    }

    int inversion() {
        LocalDate from = Objects.requireNonNull(today);
        Map<NodeId, LocalDate> ends = ends();
        int worst = 0;
        for (Task task : tasks) {
            if (!isDone(task) && task.planned() != null && !task.planned().isBefore(from)) {
                LocalDate required = task.planned();
                if (task.terms().pinned() != null && task.terms().pinned().isBefore(required)) {
                    required = task.terms().pinned();
                }
                worst = Math.max(
                        worst,
                        CALENDAR.workingDaysBetween(onOrBefore(required), Objects.requireNonNull(ends.get(task.id()))));
            }
        }
        return worst;
    }

    Map<NodeId, LocalDate> latestStarts() {
        Map<NodeId, LocalDate> early = earliestStarts();
        Map<NodeId, LocalDate> late = new HashMap<>();
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Task task : tasks) {
                LocalDate finish = LocalDate.MAX;
                List<Task> successors = tasks.stream()
                        .filter(other -> other.predecessors().contains(task.id()))
                        .toList();
                if (task.planned() != null) {
                    finish = onOrBefore(task.planned());
                } else if (successors.isEmpty()) {
                    finish = tasks.stream()
                            .map(other -> finish(other, early.get(other.id())))
                            .max(LocalDate::compareTo)
                            .orElseThrow();
                }
                if (task.terms().pinned() != null) {
                    finish = earlier(finish, onOrBefore(task.terms().pinned()));
                }
                for (Task successor : successors) {
                    LocalDate other = late.get(successor.id());
                    if (other != null) {
                        finish = earlier(finish, task.duration() == 0 ? other : CALENDAR.previousWorkingDay(other));
                    }
                }
                if (!finish.equals(LocalDate.MAX)) {
                    LocalDate start = backFrom(task, finish);
                    moved |= !start.equals(late.put(task.id(), start));
                }
            }
        }
        return late;
    }

    LocalDate finish(Task task, LocalDate start) {
        LocalDate at = start;
        for (int left = task.duration() - 1; left > 0; left--) {
            at = firstCounted(task, CALENDAR.nextWorkingDay(at));
        }
        return at;
    }

    private boolean isDone(Task task) {
        return today != null
                && task.terms().done() != null
                && !task.terms().done().isAfter(today);
    }

    private LocalDate end(Task task, Map<NodeId, LocalDate> starts) {
        if (isDone(task)) {
            return Objects.requireNonNull(task.terms().done());
        }
        LocalDate end = finish(task, starts.get(task.id()));
        if (today == null) {
            return end;
        }
        if (task.terms().pinned() != null && onOrBefore(task.terms().pinned()).isAfter(end)) {
            end = onOrBefore(task.terms().pinned());
        }
        LocalDate now = onOrAfter(today);
        return end.isBefore(now) ? now : end;
    }

    private LocalDate free(Task task, Map<NodeId, LocalDate> starts) {
        LocalDate free = task.predecessors().isEmpty() ? onOrAfter(task.start()) : LocalDate.of(1990, 1, 1);
        for (NodeId id : task.predecessors()) {
            Task before = Objects.requireNonNull(byId.get(id));
            if (starts.containsKey(id) || isDone(before)) {
                LocalDate end = end(before, starts);
                LocalDate after = before.duration() == 0
                        ? isDone(before) ? onOrBefore(end) : end
                        : CALENDAR.nextWorkingDay(isDone(before) ? onOrBefore(end) : end);
                free = after.isAfter(free) ? after : free;
            }
        }
        return free;
    }

    private LocalDate firstCounted(Task task, LocalDate from) {
        LocalDate at = from;
        while (!CALENDAR.isWorkingDay(at) || (task.duration() > 0 && isStopped(task, at))) {
            at = at.plusDays(1);
        }
        return at;
    }

    private LocalDate backFrom(Task task, LocalDate finish) {
        LocalDate at = finish;
        for (int left = Math.max(1, task.duration()); ; at = at.minusDays(1)) {
            boolean counts = CALENDAR.isWorkingDay(at) && (task.duration() == 0 || !isStopped(task, at));
            if (counts && --left == 0) {
                return at;
            }
        }
    }

    private static boolean isStopped(Task task, LocalDate day) {
        return task.terms().stops().stream().anyMatch(stop -> !day.isBefore(stop.from()) && !day.isAfter(stop.to()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate onOrAfter(LocalDate day) {
        return CALENDAR.isWorkingDay(day) ? day : CALENDAR.nextWorkingDay(day);
    }

    private static LocalDate onOrBefore(LocalDate day) {
        return CALENDAR.isWorkingDay(day) ? day : CALENDAR.previousWorkingDay(day);
    }
}
