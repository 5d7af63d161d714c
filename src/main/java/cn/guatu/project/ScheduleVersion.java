package cn.guatu.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a phase's schedule (排期版本).
 *
 * @param phase the phase
 * @param number counts from 1
 * @param kind how it came about
 * @param reason why
 * @param actor who, by account
 * @param at when
 * @param moves what it moved; a baseline names every node
 */
public record ScheduleVersion(
        PhaseId phase, int number, VersionKind kind, String reason, String actor, Instant at, List<Move> moves) {
    /** Keeps its own copy of the list. */
    public ScheduleVersion {
        moves = List.copyOf(moves);
    }

    /**
     * A node that got another date.
     *
     * @param node the node; it may be gone by now
     * @param name its name then
     * @param was 计划完成 before; null for a new node and in a baseline
     * @param becomes 计划完成 since
     */
    public record Move(NodeId node, String name, @Nullable LocalDate was, LocalDate becomes) {}
}
