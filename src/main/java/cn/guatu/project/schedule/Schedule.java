package cn.guatu.project.schedule;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.NodeId;
import java.util.Collection;
import java.util.Map;

/** Forward and backward pass over nodes and their predecessors (semantics §10). */
public final class Schedule {

    private final Map<NodeId, NodeTimes> times;

    private Schedule(Map<NodeId, NodeTimes> times) {
        this.times = times;
    }

    /**
     * Works out when each node can and must be worked on.
     *
     * @param tasks the nodes, in any order
     * @param calendar which days are worked
     * @throws CyclicSchedule when nodes wait for each other
     */
    public static Schedule of(Collection<Task> tasks, WorkCalendar calendar) {
        throw new UnsupportedOperationException();
    }

    /** The times of every node. */
    public Map<NodeId, NodeTimes> times() {
        return times;
    }
}
