package cn.guatu.project.schedule;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.NodeId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What moving some nodes does to those after them: a successor whose date leaves it too few working days is pushed to the first day on
 * which it can be finished, and so on down the chains. Nothing is pulled earlier, nothing that is done moves, and a pinned node stays and
 * says how many working days are missing.
 *
 * @param moves every node that stands on another day than before, those that were asked for among them, in working order
 * @param squeezed nodes that stay on a day that leaves them too few working days
 */
public record Ripple(Map<NodeId, Move> moves, List<Squeezed> squeezed) {
    /** Keeps its own copies, in order. */
    public Ripple {
        moves = Collections.unmodifiableMap(new LinkedHashMap<>(moves));
        squeezed = List.copyOf(squeezed);
    }

    /**
     * A node on another day.
     *
     * @param was 计划完成 before; null when it had none
     * @param becomes 计划完成 then
     * @param asked whether it was asked for, and did not just follow
     */
    public record Move(@Nullable LocalDate was, LocalDate becomes, boolean asked) {}

    /**
     * A node that keeps its day although its predecessors leave it too little time.
     *
     * @param node which
     * @param name its name
     * @param earliest the first day on which it could be finished
     * @param workingDays how many working days are missing
     */
    public record Squeezed(NodeId node, String name, LocalDate earliest, int workingDays) {}

    /**
     * Works out what follows.
     *
     * @param tasks the nodes, in any order
     * @param wanted the days that are asked for; one that is off means the working day before
     * @throws CyclicSchedule when nodes wait for each other
     */
    public static Ripple of(Collection<Task> tasks, WorkCalendar calendar, Map<NodeId, LocalDate> wanted) {
        List<Task> list = List.copyOf(tasks);
        Network network = new Network(list);
        LocalDate origin =
                list.stream().map(Task::start).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        WorkingDays days = new WorkingDays(calendar, origin);
        Spans spans = new Spans(network, days);
        int[] finish = new int[network.size()];
        boolean[] moved = new boolean[network.size()];
        Map<NodeId, Move> moves = new LinkedHashMap<>();
        List<Squeezed> squeezed = new ArrayList<>();
        for (int node : network.order()) {
            Task task = network.task(node);
            int free = Integer.MIN_VALUE;
            boolean after = false;
            for (int predecessor : network.predecessors(node)) {
                free = Math.max(free, spans.free(predecessor, finish[predecessor]));
                after |= moved[predecessor];
            }
            int earliest = free == Integer.MIN_VALUE ? free : spans.finish(node, spans.start(node, free));
            @Nullable LocalDate done = task.terms().done();
            @Nullable LocalDate asked = done == null ? wanted.get(task.id()) : null;
            @Nullable LocalDate stands = done != null ? done : asked != null ? asked : task.planned();
            if (stands == null) {
                finish[node] = earliest == Integer.MIN_VALUE ? days.onOrAfter(task.start()) : earliest;
                continue;
            }
            finish[node] = days.onOrBefore(stands);
            boolean tooShort = done == null && earliest > finish[node] && (after || asked != null);
            boolean stays = asked != null || task.terms().pinned() != null;
            if (tooShort && stays) {
                squeezed.add(new Squeezed(task.id(), task.name(), days.day(earliest), earliest - finish[node]));
            } else if (tooShort) {
                finish[node] = earliest;
            }
            LocalDate becomes = asked != null || (tooShort && !stays) ? days.day(finish[node]) : stands;
            if (done == null && !Objects.equals(becomes, task.planned())) {
                moved[node] = true;
                moves.put(task.id(), new Move(task.planned(), becomes, asked != null));
            }
        }
        return new Ripple(moves, squeezed);
    }
}
