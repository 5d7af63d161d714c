package cn.guatu.project.schedule;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.NodeId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the open nodes will end, seen from today: what is done stays where it was done, a node whose predecessors are all done has been
 * under way since the working day after (a node without any, since the start of its phase), and nothing that is open ends before today.
 * When a node must be finished before it can be, the plan is 倒挂 by so many working days (semantics §10).
 *
 * <p>A required finish that is already past cannot be kept by anybody: such a node is overdue, which is another thing than 倒挂, and no
 * compression brings it back.
 */
public final class Outlook {

    private final Network network;
    private final WorkingDays days;
    private final Spans spans;
    private final int today;
    private final int[] required;
    private final int[] done;
    private final int[] start;
    private final int[] finish;
    private final int[] cause;

    private Outlook(Network network, WorkingDays days, LocalDate today) {
        this.network = network;
        this.days = days;
        this.spans = new Spans(network, days);
        this.today = days.onOrAfter(today);
        this.required = new int[network.size()];
        this.done = new int[network.size()];
        this.start = new int[network.size()];
        this.finish = new int[network.size()];
        this.cause = new int[network.size()];
        for (int node = 0; node < network.size(); node++) {
            Task task = network.task(node);
            @Nullable LocalDate actual = task.terms().done();
            done[node] = actual == null || actual.isAfter(today) ? Integer.MIN_VALUE : days.onOrBefore(actual);
            required[node] = Integer.MAX_VALUE;
            if (isOpen(node) && task.planned() != null && !task.planned().isBefore(today)) {
                required[node] =
                        days.onOrBefore(earlier(task.planned(), task.terms().pinned()));
            }
        }
        pass(spans);
    }

    /**
     * Looks ahead from a day.
     *
     * @param tasks the nodes, in any order
     * @param calendar which days are worked
     * @param today nothing that is open ends before; an actual date after it does not exist yet
     * @throws CyclicSchedule when nodes wait for each other
     */
    public static Outlook of(Collection<Task> tasks, WorkCalendar calendar, LocalDate today) {
        List<Task> list = List.copyOf(tasks);
        LocalDate origin =
                list.stream().map(Task::start).min(LocalDate::compareTo).orElse(today);
        return new Outlook(new Network(list), new WorkingDays(calendar, origin), today);
    }

    private static LocalDate earlier(LocalDate planned, @Nullable LocalDate pinned) {
        return pinned != null && pinned.isBefore(planned) ? pinned : planned;
    }

    /** When each node ends: the day it was done, or the first day on which it can be. In the order of the tasks. */
    public Map<NodeId, LocalDate> ends() {
        Map<NodeId, LocalDate> ends = LinkedHashMap.newLinkedHashMap(network.size());
        for (int node = 0; node < network.size(); node++) {
            Task task = network.task(node);
            ends.put(
                    task.id(),
                    isOpen(node)
                            ? days.day(finish[node])
                            : Objects.requireNonNull(task.terms().done()));
        }
        return ends;
    }

    /** By how many working days the node that misses its required finish most misses it; 0 when the plan can be kept. */
    public int inversion() {
        return worst() < 0 ? 0 : lateness(worst());
    }

    /** The nodes that cannot keep a required finish that is still to come, the worst first. */
    public List<Inverted> inverted() {
        List<Inverted> inverted = new ArrayList<>();
        for (int node = 0; node < network.size(); node++) {
            if (lateness(node) > 0) {
                Task task = network.task(node);
                inverted.add(new Inverted(
                        task.id(),
                        task.name(),
                        days.day(finish[node]),
                        Objects.requireNonNull(task.planned()),
                        lateness(node)));
            }
        }
        inverted.sort((one, other) -> Integer.compare(other.workingDays(), one.workingDays()));
        return inverted;
    }

    /** The smallest set of nodes whose compression makes the plan feasible; see {@link Compression}. */
    public Compression compression() {
        return new Compressor(this).compression();
    }

    boolean isOpen(int node) {
        return done[node] == Integer.MIN_VALUE;
    }

    Network network() {
        return network;
    }

    Spans spans() {
        return spans;
    }

    /** How late a node is after the last pass; 0 or less when it keeps its date or has none. */
    int lateness(int node) {
        return required[node] == Integer.MAX_VALUE ? 0 : Math.max(0, finish[node] - required[node]);
    }

    /** The node that misses its date most; -1 when none does. */
    int worst() {
        int worst = -1;
        for (int node = 0; node < network.size(); node++) {
            if (lateness(node) > 0 && (worst < 0 || lateness(node) > lateness(worst))) {
                worst = node;
            }
        }
        return worst;
    }

    /** The predecessor that the start of a node waited for in the last pass; -1 when it waited for none. */
    int cause(int node) {
        return cause[node];
    }

    /** Works out every end with these durations. */
    void pass(Spans with) {
        for (int node : network.order()) {
            if (!isOpen(node)) {
                finish[node] = start[node] = done[node];
                cause[node] = -1;
                continue;
            }
            Task task = network.task(node);
            int free = network.predecessors(node).length == 0 ? days.onOrAfter(task.start()) : Integer.MIN_VALUE;
            int waitedFor = -1;
            for (int predecessor : network.predecessors(node)) {
                int after = with.free(predecessor, finish[predecessor]);
                if (after > free) {
                    free = after;
                    waitedFor = predecessor;
                }
            }
            int begin = with.start(node, free);
            int end = with.finish(node, begin);
            if (task.terms().pinned() != null) {
                end = Math.max(end, days.onOrBefore(task.terms().pinned()));
            }
            start[node] = begin;
            finish[node] = Math.max(end, today);
            cause[node] = waitedFor >= 0 && isOpen(waitedFor) ? waitedFor : -1;
        }
    }

    /**
     * A node that cannot keep its date.
     *
     * @param node which
     * @param name its name
     * @param earliest the first day on which it can be finished
     * @param required when it must be
     * @param workingDays how many working days lie between
     */
    public record Inverted(NodeId node, String name, LocalDate earliest, LocalDate required, int workingDays) {}
}
