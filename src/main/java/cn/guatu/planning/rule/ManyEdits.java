package cn.guatu.planning.rule;

import cn.guatu.org.UnitId;
import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeDraft;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same change to many rows: dates, owner, department. */
public final class ManyEdits {

    /**
     * What to change; empty texts leave things as they are.
     *
     * @param due 计划完成 of nodes
     * @param shiftDays calendar days by which planned dates move; 0: they stay
     * @param owner 责任人 of projects and nodes
     * @param lead 牵头科室 of projects
     */
    public record Wanted(String due, int shiftDays, String owner, String lead) {}

    private ManyEdits() {}

    /** What it means for these rows. A phase brings its nodes when dates move. @throws Unreadable for a text that means nothing */
    public static Understanding of(Breakdown plan, List<DeskRow> rows, Wanted wanted) {
        Names names = new Names(plan);
        LocalDate due = Written.day(wanted.due(), plan.year());
        Map<Object, Phase> phases = new LinkedHashMap<>();
        Map<Object, Node> nodes = new LinkedHashMap<>();
        boolean dates = due != null || wanted.shiftDays() != 0;
        for (DeskRow row : rows) {
            switch (row.kind()) {
                case PHASE -> {
                    Phase phase = CellEdits.phase(plan, row);
                    phases.put(phase.id(), phase);
                    if (dates) {
                        plan.nodesOf(phase.id()).forEach(node -> nodes.put(node.id(), node));
                    }
                }
                case NODE -> nodes.put(CellEdits.node(plan, row).id(), CellEdits.node(plan, row));
                default -> {
                    // Targets have none of these.
                }
            }
        }
        List<PlanChange> changes = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        phases.values().forEach(phase -> phase(phase, wanted, names, changes));
        for (Node node : nodes.values()) {
            node(plan, node, phases.containsKey(node.phase()), wanted, due, names, changes, questions);
        }
        String words = "批量修改 " + changes.size() + " 条";
        return changes.isEmpty()
                ? Understanding.nothing()
                : new Understanding(new PlanStep(words, changes), questions, List.of());
    }

    private static void phase(Phase phase, Wanted wanted, Names names, List<PlanChange> changes) {
        PhaseDraft draft = PhaseDraft.of(phase);
        UnitId lead = wanted.lead().isBlank()
                ? phase.lead()
                : names.unit(wanted.lead(), Names.LEADS).id();
        if (!wanted.owner().isBlank()) {
            Names.Owner owner = names.owner(wanted.owner(), lead);
            draft.owner(owner.name(), owner.id());
        }
        PhaseData after = draft.lead(lead).made();
        if (!after.equals(PhaseDraft.of(phase).made())) {
            changes.add(new PlanChange.OfPhase(phase, after));
        }
    }

    private static void node(
            Breakdown plan,
            Node node,
            boolean withItsPhase,
            Wanted wanted,
            @Nullable LocalDate due,
            Names names,
            List<PlanChange> changes,
            List<String> questions) {
        NodeDraft draft = NodeDraft.of(node);
        boolean undated = plan.undated().contains(node.id());
        LocalDate day = due != null ? due : undated ? null : node.planned().plusDays(wanted.shiftDays());
        Phase phase = plan.phase(node.phase()).orElseThrow();
        if (day != null && !day.equals(node.planned())) {
            questions.addAll(Doubts.ofDay(plan.year(), phase.startsOn(), node.name(), day));
            draft.planned(day);
        }
        boolean stillUndated = undated && due == null;
        if (!wanted.owner().isBlank() && !withItsPhase) {
            Names.Owner owner = names.owner(wanted.owner(), phase.lead());
            draft.owner(owner.name(), owner.id());
        }
        NodeData after = draft.made();
        if (!after.equals(NodeDraft.of(node).made()) || stillUndated != undated) {
            changes.add(new PlanChange.OfNode(node, after, node.predecessors(), stillUndated, undated));
        }
    }
}
