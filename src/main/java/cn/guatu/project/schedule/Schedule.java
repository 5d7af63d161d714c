package cn.guatu.project.schedule;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forward and backward pass over nodes and their predecessors (倒排工期, semantics §10).
 *
 * <p>A node of n working days occupies n of them and its successors start on the next one; a node of none takes place at
 * the beginning of its day, and its successors may start on that very day. A node must be finished by its planned date
 * and early enough for its successors, whichever is earlier. A pinned node takes place on its day; days on which its clock
 * stands still count for nobody's duration but are days all the same for the float.
 */
public final class Schedule {

    private final Network network;
    private final WorkingDays days;
    private final Spans spans;
    private final int[] earliest;
    private final int[] latest;
    private final int[] latestFinish;

    private Schedule(Network network, WorkingDays days) {
        this.network = network;
        this.days = days;
        this.spans = new Spans(network, days);
        this.earliest = new int[network.size()];
        this.latest = new int[network.size()];
        this.latestFinish = new int[network.size()];
    }

    /**
     * Works out when each node can and must be worked on.
     *
     * @param tasks the nodes, in any order
     * @param calendar which days are worked
     * @throws CyclicSchedule when nodes wait for each other
     */
    public static Schedule of(Collection<Task> tasks, WorkCalendar calendar) {
        List<Task> list = List.copyOf(tasks);
        LocalDate origin =
                list.stream().map(Task::start).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        Schedule schedule = new Schedule(new Network(list), new WorkingDays(calendar, origin));
        schedule.passForward();
        schedule.passBackward();
        return schedule;
    }

    /** Refuses a cycle without working anything out. */
    public static void requireNoCycle(Collection<Task> tasks) {
        new Network(List.copyOf(tasks)).order();
    }

    private void passForward() {
        for (int node : network.order()) {
            Task task = network.task(node);
            int free = network.predecessors(node).length == 0 ? days.onOrAfter(task.start()) : Integer.MIN_VALUE;
            for (int predecessor : network.predecessors(node)) {
                free = Math.max(free, spans.free(predecessor, finish(predecessor)));
            }
            earliest[node] = spans.start(node, free);
            if (task.terms().pinned() != null) {
                int takesPlace = days.onOrBefore(task.terms().pinned());
                earliest[node] = Math.max(earliest[node], spans.startFor(node, takesPlace));
            }
        }
    }

    private void passBackward() {
        int[] order = network.order();
        Map<PhaseId, Integer> ends = endsOfPhases();
        for (int i = order.length - 1; i >= 0; i--) {
            int node = order[i];
            Task task = network.task(node);
            int finish = Integer.MAX_VALUE;
            if (task.planned() != null) {
                finish = days.onOrBefore(task.planned());
            } else if (network.successors(node).length == 0) {
                // Nothing asks for it, so the end of its phase does.
                finish = ends.getOrDefault(task.phase(), earliest[node]);
            }
            if (task.terms().pinned() != null) {
                finish = Math.min(finish, days.onOrBefore(task.terms().pinned()));
            }
            for (int successor : network.successors(node)) {
                finish = Math.min(finish, spans.before(node, latest[successor]));
            }
            latest[node] = spans.startFor(node, finish);
            latestFinish[node] = spans.finish(node, latest[node]);
        }
    }

    private Map<PhaseId, Integer> endsOfPhases() {
        Map<PhaseId, Integer> ends = new HashMap<>();
        for (int node = 0; node < network.size(); node++) {
            ends.merge(network.task(node).phase(), finish(node), Math::max);
        }
        return ends;
    }

    /** The times of every node, in the order of the tasks. */
    public Map<NodeId, NodeTimes> times() {
        Map<PhaseId, Integer> leastFloat = new HashMap<>();
        for (int node = 0; node < network.size(); node++) {
            leastFloat.merge(network.task(node).phase(), latest[node] - earliest[node], Math::min);
        }
        Map<NodeId, NodeTimes> times = LinkedHashMap.newLinkedHashMap(network.size());
        for (int node = 0; node < network.size(); node++) {
            Task task = network.task(node);
            int spare = latest[node] - earliest[node];
            times.put(
                    task.id(),
                    new NodeTimes(
                            days.day(earliest[node]),
                            days.day(finish(node)),
                            days.day(latest[node]),
                            days.day(latestFinish[node]),
                            spare,
                            Integer.valueOf(spare).equals(leastFloat.get(task.phase()))));
        }
        return times;
    }

    private int finish(int node) {
        return spans.finish(node, earliest[node]);
    }
}
