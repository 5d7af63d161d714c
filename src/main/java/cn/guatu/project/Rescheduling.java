package cn.guatu.project;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nodes with other dates or durations, as somebody saw them when he decided.
 *
 * @param changes a node each
 */
public record Rescheduling(List<Change> changes) {
    /** Keeps its own copy of the list. */
    public Rescheduling {
        changes = List.copyOf(changes);
    }

    /**
     * A node that changes.
     *
     * @param node which
     * @param version the one that was seen
     * @param planned 计划完成 from now on
     * @param durationDays 工期 from now on; null keeps it
     */
    public record Change(
            NodeId node,
            int version,
            LocalDate planned,
            @Nullable Integer durationDays) {

        NodeData applied(Node held) {
            NodeDraft draft = NodeDraft.of(held).planned(planned);
            return (durationDays == null ? draft : draft.duration(durationDays)).made();
        }
    }

    Set<PhaseId> phases(ProjectService projects) {
        return changes.stream()
                .flatMap(change -> projects.node(change.node()).stream())
                .map(Node::phase)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    String inWords() {
        return changes.stream()
                .map(change -> change.node().value() + " → " + change.planned()
                        + (change.durationDays() == null ? "" : "，工期 " + change.durationDays()))
                .collect(Collectors.joining("；"));
    }
}
