package cn.guatu.supervision;

import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step that the ladder asks for, before anybody knows whether it was taken already; also a line of the preview.
 *
 * @param rule what is watched
 * @param level which step
 * @param phase the phase of the item
 * @param node its node; null when the item is the phase as a whole
 * @param subject the item by its codes: 项目编码/分期/节点
 * @param named the item as people call it
 * @param to who is told
 * @param message what they are told
 * @param daysLate working days late; for reports, weeks in a row without one
 * @param department the lead department of the phase
 * @param leader 责任领导 of the phase; null when none is named
 */
public record PlannedStep(
        LadderRule rule,
        LadderLevel level,
        PhaseId phase,
        @Nullable NodeId node,
        String subject,
        String named,
        List<Recipient> to,
        String message,
        int daysLate,
        UnitId department,
        @Nullable String leader) {

    /**
     * Who is told.
     *
     * @param name as written
     * @param person who is meant; null when he has no record, then nobody can be told
     */
    public record Recipient(String name, @Nullable PersonId person) {}

    /** Copies the list. */
    public PlannedStep {
        to = List.copyOf(to);
    }

    /** The key of the item: {@code node:12}, or {@code phase:5} for a phase as a whole. */
    String subjectKey() {
        return subjectKey(phase, node);
    }

    static String subjectKey(PhaseId phase, @Nullable NodeId node) {
        return node == null ? "phase:" + phase.value() : "node:" + node.value();
    }

    /** The names of who is told. */
    public String names() {
        return to.stream().map(Recipient::name).distinct().collect(Collectors.joining("、"));
    }
}
