package cn.guatu.project.schedule;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule needs to know of a node.
 *
 * @param id the node
 * @param name what a refusal calls it
 * @param phase its phase: the critical path is found for each phase
 * @param start where it starts when it has no predecessor: the phase's start, or the first day of the plan year
 * @param duration 工期 in working days, not negative; 0 when it has none
 * @param planned the required finish (计划完成); null: its successors decide
 * @param actual 实际完成; null: open
 * @param predecessors 前置节点; those that are not among the tasks are left out of account
 */
public record Task(
        NodeId id,
        String name,
        PhaseId phase,
        LocalDate start,
        int duration,
        @Nullable LocalDate planned,
        @Nullable LocalDate actual,
        Set<NodeId> predecessors) {
    /** Keeps its own copy of the predecessors. */
    public Task {
        predecessors = Set.copyOf(predecessors);
    }
}
