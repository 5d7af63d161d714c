package cn.guatu.workbook.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a file while it is being read. */
final class ParsedRows {

    final List<UnitRow> units = new ArrayList<>();
    final List<PersonRow> people = new ArrayList<>();
    final List<TargetRow> targets = new ArrayList<>();
    final List<AllocationRow> allocations = new ArrayList<>();
    final List<PhaseRow> phases = new ArrayList<>();
    List<NodeRow> nodes = new ArrayList<>();
    final List<RecognitionRow> recognitions = new ArrayList<>();
    final List<DecisionRow> decisions = new ArrayList<>();
    final List<BlockerRow> blockers = new ArrayList<>();
    private final Map<NodeRow, String> predecessors = new IdentityHashMap<>();
    private final Map<SheetKind, Set<String>> leftOut = new EnumMap<>(SheetKind.class);

    /** Takes the record of these cells, or remembers that a row with this name was left out. */
    void take(RowCells c) {
        boolean taken = switch (c.at().kind()) {
            case UNITS -> add(units, PlanRows.unit(c));
            case PEOPLE -> add(people, PlanRows.person(c));
            case TARGETS -> add(targets, PlanRows.target(c));
            case ALLOCATIONS -> add(allocations, PlanRows.allocation(c));
            case PROJECTS -> add(phases, PlanRows.phase(c));
            case NODES -> node(c);
            case RECOGNITIONS -> add(recognitions, WorkRows.recognition(c));
            case DECISIONS -> add(decisions, WorkRows.decision(c));
            case BLOCKERS -> add(blockers, WorkRows.blocker(c));
        };
        if (!taken) {
            leftOut.computeIfAbsent(c.at().kind(), kind -> new HashSet<>()).add(name(c));
        }
    }

    /** Tells the predecessors apart, once all nodes are known. */
    void linkNodes() {
        Set<String> keys = new HashSet<>();
        nodes.forEach(each -> keys.add(Predecessors.key(each)));
        List<NodeRow> linked = new ArrayList<>(nodes.size());
        for (NodeRow each : nodes) {
            String text = predecessors.get(each);
            linked.add(text == null ? each : withPredecessors(each, Predecessors.of(each, text, keys)));
        }
        nodes = linked;
        predecessors.clear();
    }

    Map<SheetKind, Set<String>> leftOut() {
        return leftOut;
    }

    private boolean node(RowCells c) {
        NodeRow node = WorkRows.node(c);
        String before = c.text(Column.PREDECESSORS);
        if (node != null && before != null) {
            predecessors.put(node, before);
        }
        return add(nodes, node);
    }

    private static String name(RowCells c) {
        return switch (c.at().kind()) {
            case UNITS -> Fold.name(c.shown(Column.NAME));
            case PEOPLE -> Fold.name(c.shown(Column.PERSON));
            case TARGETS, PROJECTS -> Fold.codeKey(c.shown(Column.CODE));
            case NODES -> Predecessors.key(c.shown(Column.PROJECT_CODE), c.phase(), c.shown(Column.NODE_NAME));
            default -> String.valueOf(c.at().row());
        };
    }

    private static <R> boolean add(List<R> rows, @Nullable R row) {
        return row != null && rows.add(row);
    }

    private static NodeRow withPredecessors(NodeRow row, List<PredecessorRef> before) {
        return new NodeRow(
                row.at(),
                row.projectCode(),
                row.phase(),
                row.name(),
                row.key(),
                row.planned(),
                row.forecast(),
                row.actual(),
                row.owner(),
                row.weight(),
                before,
                row.durationDays(),
                row.targetCode(),
                row.quantity(),
                row.basis());
    }
}
