package cn.guatu.project.schedule;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import java.util.Arrays;
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
 * and early enough for its successors, whichever is earlier.
 */
public final class Schedule {

    /** Keeps sums of durations that nobody means inside the range of int. */
    private static final int LONGEST = 400_000;

    private final Network network;
    private final WorkingDays days;
    private final int[] earliest;
    private final int[] latest;

    private Schedule(Network network, WorkingDays days) {
        this.network = network;
        this.days = days;
        this.earliest = new int[network.size()];
        this.latest = new int[network.size()];
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
        Arrays.fill(earliest, Integer.MIN_VALUE);
        for (int node : network.order()) {
            if (network.predecessors(node).length == 0) {
                earliest[node] = days.onOrAfter(network.task(node).start());
            }
            for (int successor : network.successors(node)) {
                earliest[successor] = Math.max(earliest[successor], earliest[node] + duration(node));
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
            int start = finish == Integer.MAX_VALUE ? finish : finish - occupied(node);
            for (int successor : network.successors(node)) {
                start = Math.min(start, latest[successor] - duration(node));
            }
            latest[node] = start;
        }
    }

    private Map<PhaseId, Integer> endsOfPhases() {
        Map<PhaseId, Integer> ends = new HashMap<>();
        for (int node = 0; node < network.size(); node++) {
            ends.merge(network.task(node).phase(), earliest[node] + occupied(node), Math::max);
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
                            days.day(earliest[node] + occupied(node)),
                            days.day(latest[node]),
                            days.day(latest[node] + occupied(node)),
                            spare,
                            Integer.valueOf(spare).equals(leastFloat.get(task.phase()))));
        }
        return times;
    }

    private int duration(int node) {
        return Math.min(network.task(node).duration(), LONGEST / network.size() + 10_000);
    }

    /** From the first to the last day that it occupies; nothing for a node of one day and for one of none. */
    private int occupied(int node) {
        return Math.max(0, duration(node) - 1);
    }
}
