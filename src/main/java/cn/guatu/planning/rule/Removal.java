package cn.guatu.planning.rule;

import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeDraft;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.target.Allocation;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removing rows: what goes with them, and who waited for what goes.
 *
 * @param step what to do
 * @param phases that go
 * @param nodes that go, those of the phases among them
 * @param targets that go
 * @param freed nodes that waited for one of them, by name
 */
public record Removal(PlanStep step, List<Phase> phases, List<Node> nodes, List<Target> targets, List<String> freed) {

    private static final int MOST = 3;

    /** What removing these rows means. @throws Unreadable when a target still has something under it */
    public static Removal of(Breakdown plan, List<DeskRow> rows) {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        Map<PhaseId, Phase> phases = new LinkedHashMap<>();
        Map<TargetId, Target> targets = new LinkedHashMap<>();
        for (DeskRow row : rows) {
            switch (row.kind()) {
                case TARGET -> targets.put(CellEdits.target(plan, row).id(), CellEdits.target(plan, row));
                case PHASE -> {
                    Phase phase = CellEdits.phase(plan, row);
                    phases.put(phase.id(), phase);
                    plan.nodesOf(phase.id()).forEach(node -> nodes.put(node.id(), node));
                }
                case NODE -> nodes.put(CellEdits.node(plan, row).id(), CellEdits.node(plan, row));
                case LOOSE -> throw new Unreadable("这一行只是分组，不能删除。");
            }
        }
        refuseUsedTargets(plan, targets.keySet(), nodes.keySet());
        List<PlanChange> changes = new ArrayList<>();
        Set<String> freed = new LinkedHashSet<>();
        for (Node waiting : plan.nodes()) {
            Set<NodeId> left = new HashSet<>(waiting.predecessors());
            if (!nodes.containsKey(waiting.id()) && left.removeAll(nodes.keySet())) {
                freed.add(waiting.name());
                NodeData as = NodeDraft.of(waiting).made();
                boolean undated = plan.undated().contains(waiting.id());
                changes.add(new PlanChange.OfNode(waiting, as, left, undated, undated));
            }
        }
        // The last one first, so that none of them waits for one that is gone.
        for (Node node : waitingFirst(nodes)) {
            changes.add(new PlanChange.OfNode(
                    node, null, Set.of(), false, plan.undated().contains(node.id())));
        }
        phases.values().forEach(phase -> changes.add(new PlanChange.OfPhase(phase, null)));
        targets.values().forEach(target -> {
            TargetVersion value = plan.values().get(target.id());
            if (value != null && value.value() != null) {
                changes.add(new PlanChange.OfValue(target.id(), value.value(), null));
            }
            List<Allocation> parts = Allotment.of(plan, target);
            if (!parts.isEmpty()) {
                changes.add(new PlanChange.OfAllocations(target.id(), parts, List.of()));
            }
            changes.add(new PlanChange.OfTarget(target, null));
        });
        String words =
                rows.size() == 1 ? "删除“" + rows.getFirst().cell(DeskColumn.NAME) + "”" : "删除 " + rows.size() + " 行";
        return new Removal(
                new PlanStep(words, changes),
                List.copyOf(phases.values()),
                List.copyOf(nodes.values()),
                List.copyOf(targets.values()),
                List.copyOf(freed));
    }

    private static List<Node> waitingFirst(Map<NodeId, Node> nodes) {
        List<Node> ordered = new ArrayList<>();
        Set<NodeId> done = new HashSet<>();
        nodes.values().forEach(node -> place(node, nodes, done, ordered));
        return ordered.reversed();
    }

    private static void place(Node node, Map<NodeId, Node> nodes, Set<NodeId> done, List<Node> ordered) {
        if (!done.add(node.id())) {
            return;
        }
        for (NodeId waited : node.predecessors()) {
            Node before = nodes.get(waited);
            if (before != null) {
                place(before, nodes, done, ordered);
            }
        }
        ordered.add(node);
    }

    private static void refuseUsedTargets(Breakdown plan, Set<TargetId> targets, Set<NodeId> going) {
        for (TargetId id : targets) {
            String name = plan.target(id).map(Target::name).orElse("");
            List<String> parts = plan.targets().stream()
                    .filter(each -> id.equals(each.parent()) && !targets.contains(each.id()))
                    .map(Target::name)
                    .toList();
            List<String> counted = plan.nodes().stream()
                    .filter(each -> id.equals(each.target()) && !going.contains(each.id()))
                    .map(each ->
                            plan.phase(each.phase()).map(Phase::projectName).orElse("") + "·" + each.name())
                    .toList();
            if (parts.size() + counted.size() > 0) {
                throw new Unreadable("指标“" + name + "”下还有"
                        + listed(parts, " 个子指标")
                        + (parts.isEmpty() || counted.isEmpty() ? "" : "，")
                        + listed(counted, " 个计入它的节点")
                        + "。请先移到别的指标或删除，再删除指标。");
            }
        }
    }

    private static String listed(List<String> names, String what) {
        return names.isEmpty()
                ? ""
                : " " + names.size() + what + "（" + String.join("、", names.subList(0, Math.min(MOST, names.size())))
                        + (names.size() > MOST ? "等" : "") + "）";
    }
}
