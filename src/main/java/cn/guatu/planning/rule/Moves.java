package cn.guatu.planning.rule;

import cn.guatu.org.NameKey;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.project.Node;
import cn.guatu.project.NodeDraft;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseDraft;
import cn.guatu.project.PhaseId;
import cn.guatu.target.Target;
import cn.guatu.target.TargetDraft;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dragging a row onto another, and copying it. */
public final class Moves {

    private Moves() {}

    /** What dropping one row onto another means. @throws Unreadable when it means nothing */
    public static Understanding onto(Breakdown plan, DeskRow row, DeskRow onto) {
        if (row.key().equals(onto.key())) {
            return Understanding.nothing();
        }
        List<PlanChange> changes = switch (row.kind()) {
            case NODE -> node(plan, CellEdits.node(plan, row), onto);
            case PHASE -> phase(plan, CellEdits.phase(plan, row), row.target(), onto);
            case TARGET -> target(plan, CellEdits.target(plan, row), onto);
            case LOOSE -> throw new Unreadable("这一行只是分组，不能移动。");
        };
        return changes.isEmpty()
                ? Understanding.nothing()
                : new Understanding(
                        new PlanStep("移动“" + row.cell(DeskColumn.NAME) + "”", changes),
                        doubts(plan, row, onto),
                        List.of());
    }

    /** A node that comes into another project may be due before that one begins. */
    private static List<String> doubts(Breakdown plan, DeskRow row, DeskRow onto) {
        if (row.kind() != DeskRow.Kind.NODE || onto.phase() == null) {
            return List.of();
        }
        Node node = CellEdits.node(plan, row);
        LocalDate start = plan.phase(onto.phase()).map(Phase::startsOn).orElse(null);
        return node.phase().equals(onto.phase()) || plan.undated().contains(node.id())
                ? List.of()
                : Doubts.ofDay(plan.year(), start, node.name(), node.planned());
    }

    private static List<PlanChange> node(Breakdown plan, Node node, DeskRow onto) {
        PhaseId phase = onto.phase();
        if (phase == null) {
            throw new Unreadable("节点只能移到项目下，请拖到项目或它的节点上。");
        }
        List<Node> there = new ArrayList<>(plan.nodesOf(phase));
        if (!node.phase().equals(phase)
                && there.stream().anyMatch(each -> each.name().equals(node.name()))) {
            throw new Unreadable("那个项目已经有节点“" + node.name() + "”，请先改名。");
        }
        // A node that counts for something goes on counting, for the target it is dropped under when there is one.
        TargetId target = node.target() == null || onto.target() == null ? node.target() : onto.target();
        BigDecimal quantity = converted(plan, node, target);
        there.removeIf(each -> each.id().equals(node.id()));
        int place = 0;
        for (int i = 0; i < there.size(); i++) {
            if (there.get(i).id().equals(onto.node())) {
                place = i + 1;
            }
        }
        if (onto.node() == null) {
            place = there.size();
        }
        there.add(place, node);
        List<PlanChange> changes = new ArrayList<>();
        int order = 0;
        for (Node each : there) {
            order = Math.max(order + 1, each.id().equals(node.id()) ? order + 1 : each.sortOrder());
            boolean moved = each.id().equals(node.id());
            if (moved || each.sortOrder() != order) {
                NodeDraft draft = NodeDraft.of(each).order(order);
                boolean undated = plan.undated().contains(each.id());
                changes.add(new PlanChange.OfNode(
                        each,
                        (moved ? draft.phase(phase).target(target).quantity(quantity, each.approx()) : draft).made(),
                        each.predecessors(),
                        undated,
                        undated));
            }
        }
        return changes;
    }

    private static List<PlanChange> phase(Breakdown plan, Phase phase, @Nullable TargetId from, DeskRow onto) {
        List<PlanChange> changes = new ArrayList<>();
        if (!Objects.equals(from, onto.target()) && onto.target() != null) {
            for (Node node : plan.nodesOf(phase.id())) {
                if (Objects.equals(node.target(), from)
                        && (from != null || node.quantity() != null || counts(plan, phase))) {
                    boolean undated = plan.undated().contains(node.id());
                    changes.add(new PlanChange.OfNode(
                            node,
                            NodeDraft.of(node)
                                    .target(onto.target())
                                    .quantity(converted(plan, node, onto.target()), node.approx())
                                    .made(),
                            node.predecessors(),
                            undated,
                            undated));
                }
            }
        }
        if (onto.kind() == DeskRow.Kind.PHASE
                && onto.phase() != null
                && !onto.phase().equals(phase.id())) {
            changes.addAll(after(plan, phase, onto.phase()));
        }
        return changes;
    }

    private static boolean counts(Breakdown plan, Phase phase) {
        return plan.nodesOf(phase.id()).size() == 1;
    }

    private static List<PlanChange> after(Breakdown plan, Phase phase, PhaseId before) {
        List<Phase> order = new ArrayList<>(plan.phases());
        order.removeIf(each -> each.id().equals(phase.id()));
        int place = 0;
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).id().equals(before)) {
                place = i + 1;
            }
        }
        order.add(place, phase);
        List<PlanChange> changes = new ArrayList<>();
        int last = 0;
        for (Phase each : order) {
            last = each.id().equals(phase.id()) ? last + 1 : Math.max(last + 1, each.sortOrder());
            if (each.sortOrder() != last) {
                PhaseData after = PhaseDraft.of(each).order(last).made();
                changes.add(new PlanChange.OfPhase(each, after));
            }
        }
        return changes;
    }

    private static List<PlanChange> target(Breakdown plan, Target target, DeskRow onto) {
        if (onto.kind() != DeskRow.Kind.TARGET) {
            throw new Unreadable("指标只能拖到另一个指标上，排在它后面。");
        }
        List<Target> order = new ArrayList<>(plan.targets());
        order.removeIf(each -> each.id().equals(target.id()));
        int place = 0;
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).id().equals(onto.target())) {
                place = i + 1;
            }
        }
        order.add(place, target);
        List<PlanChange> changes = new ArrayList<>();
        int last = 0;
        for (Target each : order) {
            last = each.id().equals(target.id()) ? last + 1 : Math.max(last + 1, each.sortOrder());
            if (each.sortOrder() != last) {
                changes.add(new PlanChange.OfTarget(
                        each, TargetDraft.of(each).order(last).made()));
            }
        }
        return changes;
    }

    private static @Nullable BigDecimal converted(Breakdown plan, Node node, @Nullable TargetId to) {
        if (node.quantity() == null || Objects.equals(node.target(), to) || to == null || node.target() == null) {
            return node.quantity();
        }
        MeasureUnit from = plan.target(node.target())
                .map(each -> MeasureUnit.of(each.unit()))
                .orElseThrow();
        MeasureUnit unit =
                plan.target(to).map(each -> MeasureUnit.of(each.unit())).orElseThrow();
        if (!from.isCompatibleWith(unit)) {
            throw new Unreadable("“" + node.name() + "”以" + from + "计，不能换算为" + unit + "，请先清除它的数量。");
        }
        return from.convert(node.quantity(), unit);
    }

    /** A copy of rows beside them: phases with their nodes, unfinished, under new codes. */
    public static Understanding copies(Breakdown plan, Handles handles, List<DeskRow> rows) {
        List<PlanChange> changes = new ArrayList<>();
        Set<String> codes = new HashSet<>(plan.takenCodes());
        int phases = plan.phases().stream().mapToInt(Phase::sortOrder).max().orElse(0);
        for (DeskRow row : rows) {
            switch (row.kind()) {
                case PHASE -> {
                    Phase phase = CellEdits.phase(plan, row);
                    PhaseId copy = handles.newPhase();
                    String code = code(phase.projectCode(), codes);
                    PhaseData data = PhaseDraft.of(phase)
                            .id(copy)
                            .projectCode(code)
                            .projectName(phase.projectName() + "（副本）")
                            .made();
                    changes.add(new PlanChange.OfPhase(null, ordered(data, ++phases)));
                    copyNodes(plan, handles, plan.nodesOf(phase.id()), copy, changes);
                }
                case NODE -> {
                    Node node = CellEdits.node(plan, row);
                    boolean undated = plan.undated().contains(node.id());
                    changes.add(new PlanChange.OfNode(
                            null,
                            copied(node)
                                    .id(handles.newNode())
                                    .name(free(plan, node))
                                    .made(),
                            node.predecessors(),
                            undated,
                            false));
                }
                default -> throw new Unreadable("只能复制项目和节点。");
            }
        }
        return new Understanding(new PlanStep("复制 " + rows.size() + " 行", changes), List.of(), List.of());
    }

    private static void copyNodes(
            Breakdown plan, Handles handles, List<Node> nodes, PhaseId copy, List<PlanChange> changes) {
        Map<NodeId, NodeId> copies = new HashMap<>();
        nodes.forEach(node -> copies.put(node.id(), handles.newNode()));
        for (Node node : nodes) {
            Set<NodeId> waits = new HashSet<>();
            node.predecessors().forEach(waited -> waits.add(copies.getOrDefault(waited, waited)));
            changes.add(new PlanChange.OfNode(
                    null,
                    copied(node)
                            .id(Objects.requireNonNull(copies.get(node.id())))
                            .phase(copy)
                            .made(),
                    waits,
                    plan.undated().contains(node.id()),
                    false));
        }
    }

    private static PhaseData ordered(PhaseData data, int order) {
        return new PhaseData(
                data.id(),
                data.projectCode(),
                data.year(),
                data.name(),
                data.projectName(),
                data.category(),
                data.nature(),
                data.lead(),
                data.leader(),
                data.owner(),
                data.ownerId(),
                data.implementer(),
                data.remark(),
                data.startsOn(),
                data.assisting(),
                data.shares(),
                order);
    }

    private static String code(String like, Set<String> taken) {
        for (int number = 2; ; number++) {
            String code = like + "-" + number;
            if (taken.add(NameKey.ofCode(code))) {
                return code;
            }
        }
    }

    private static String free(Breakdown plan, Node node) {
        for (int number = 2; ; number++) {
            String name = node.name() + number;
            if (plan.nodesOf(node.phase()).stream()
                    .noneMatch(each -> each.name().equals(name))) {
                return name;
            }
        }
    }

    /** A copy begins undone. */
    private static NodeDraft copied(Node node) {
        return NodeDraft.of(node).forecast(null).actual(null);
    }
}
