package cn.guatu.workbook.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Tells the 前置节点 of a cell apart: nodes of the same phase, or {@code 项目编码/分期/节点}; a name that exists in the phase is taken whole. */
final class Predecessors {

    private Predecessors() {}

    static String key(String project, String phase, String node) {
        return Fold.codeKey(project) + '\n' + Fold.name(phase) + '\n' + Fold.name(node);
    }

    static String key(PredecessorRef ref) {
        return key(ref.projectCode(), ref.phase(), ref.node());
    }

    static String key(NodeRow node) {
        return key(node.projectCode(), node.phase(), node.name());
    }

    /** The references of a cell of this node; keys are those of all nodes of the file. */
    static List<PredecessorRef> of(NodeRow node, String text, Set<String> keys) {
        if (keys.contains(key(node.projectCode(), node.phase(), text))) {
            return List.of(new PredecessorRef(node.projectCode(), node.phase(), text));
        }
        List<PredecessorRef> refs = new ArrayList<>();
        for (String part : RowCells.split(text)) {
            PredecessorRef ref = one(node, part, keys);
            if (refs.stream().noneMatch(each -> key(each).equals(key(ref)))) {
                refs.add(ref);
            }
        }
        return List.copyOf(refs);
    }

    /** Calls for the first node found on each cycle with the names along it. */
    static void cycles(List<NodeRow> nodes, BiConsumer<NodeRow, List<String>> found) {
        Map<String, NodeRow> byKey = new HashMap<>();
        Map<String, List<String>> above = new LinkedHashMap<>();
        for (NodeRow each : nodes) {
            byKey.putIfAbsent(key(each), each);
            above.putIfAbsent(
                    key(each),
                    each.predecessors().stream().map(Predecessors::key).toList());
        }
        for (List<String> cycle : Cycles.in(above)) {
            List<String> names = new ArrayList<>();
            NodeRow first = null;
            for (String each : cycle) {
                NodeRow node = byKey.get(each);
                if (node != null) {
                    first = first == null ? node : first;
                    names.add(node.name());
                }
            }
            if (first != null) {
                found.accept(first, names);
            }
        }
    }

    private static PredecessorRef one(NodeRow node, String part, Set<String> keys) {
        String[] steps = part.replace('／', '/').split("/", 3);
        boolean own = steps.length < 3 || keys.contains(key(node.projectCode(), node.phase(), part));
        if (own) {
            return new PredecessorRef(node.projectCode(), node.phase(), part);
        }
        String phase = Fold.trim(steps[1]);
        return new PredecessorRef(
                Fold.code(steps[0]), phase.isEmpty() ? PhaseRow.FIRST_PHASE : phase, Fold.trim(steps[2]));
    }
}
