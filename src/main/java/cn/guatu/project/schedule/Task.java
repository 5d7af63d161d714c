package cn.guatu.project.schedule;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule needs to know of a node. Actual dates are no part of a {@link Schedule}: that is the logic of the plan, and what is
 * late is said by the lights (semantics §8). The {@link Outlook} is worked out from today and from what is done.
 *
 * @param id the node
 * @param name what a refusal calls it
 * @param phase its phase: the critical path is found for each phase
 * @param start where it starts when it has no predecessor: the phase's start, or the first day of the plan year; when
 *     that day is off, the next working day
 * @param duration 工期 in working days, not negative; 0 when it has none
 * @param planned the required finish (计划完成); when that day is off, the working day before; null: its successors
 *     decide
 * @param predecessors 前置节点; those that are not among the tasks are left out of account
 * @param terms what else binds it: a fixed day, stops of its clock, its least duration
 */
public record Task(
        NodeId id,
        String name,
        PhaseId phase,
        LocalDate start,
        int duration,
        @Nullable LocalDate planned,
        Set<NodeId> predecessors,
        Terms terms) {
    /** Keeps its own copy of the predecessors. */
    public Task {
        if (duration < 0) {
            throw new IllegalArgumentException("negative duration: " + duration);
        }
        predecessors = Set.copyOf(predecessors);
    }

    /** A node that nothing else binds. */
    public Task(
            NodeId id,
            String name,
            PhaseId phase,
            LocalDate start,
            int duration,
            @Nullable LocalDate planned,
            Set<NodeId> predecessors) {
        this(id, name, phase, start, duration, planned, predecessors, Terms.FREE);
    }

    /** The same node with another required finish. */
    public Task plannedOn(@Nullable LocalDate day) {
        return new Task(id, name, phase, start, duration, day, predecessors, terms);
    }

    /** The same node with another duration. */
    public Task lasting(int workingDays) {
        return new Task(id, name, phase, start, workingDays, planned, predecessors, terms);
    }
}
