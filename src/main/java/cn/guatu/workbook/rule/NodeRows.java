package cn.guatu.workbook.rule;

import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.NodeRow;
import cn.guatu.workbook.sheet.PredecessorRef;
import cn.guatu.workbook.sheet.SheetKind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** 节点: dated milestones, what they wait for and what they count for. */
final class NodeRows {
    private final SideBySide both;
    private final Findings findings;

    NodeRows(SideBySide both) {
        this.both = both;
        this.findings = both.findings;
    }

    void compare() {
        Set<Line.NodeKey> known = new HashSet<>(both.held.nodes().keySet());
        known.addAll(both.nodeKeys);
        for (NodeRow row : both.file.nodes()) {
            findings.length(row.at(), Column.NODE_NAME, row.name(), 255);
            findings.length(row.at(), Column.OWNER, row.owner(), 64);
            findings.size(row.at(), Column.WEIGHT, row.weight());
            Line.PhaseLine phase = both.phase(row.at(), row.projectCode(), row.phase());
            Line.TargetLine target =
                    row.targetCode() == null ? null : both.target(row.at(), Column.COUNTS_FOR, row.targetCode());
            BigDecimal quantity = null;
            if (row.quantity() != null && target != null) {
                quantity = both.quantity(row.at(), Column.COUNTED_QUANTITY, row.quantity(), target);
            } else if (row.quantity() != null && row.targetCode() == null) {
                findings.error(row.at(), Column.COUNTS_FOR, "空", "计入指标的编码，因为写了计入数量");
            }
            if (phase == null) {
                continue;
            }
            Line.NodeKey key = SideBySide.nodeKey(row.projectCode(), row.phase(), row.name());
            Line.NodeLine before = both.held.nodes().get(key);
            both.nodes.add(
                    row.at(),
                    new Line.NodeLine(
                            key,
                            phase.projectCode(),
                            phase.phaseName(),
                            row.name(),
                            row.planned(),
                            row.forecast(),
                            row.actual(),
                            row.owner(),
                            row.owner() == null
                                    ? null
                                    : both.person(
                                            row.at(),
                                            row.owner(),
                                            phase.lead(),
                                            before == null ? null : before.person()),
                            SideBySide.plain(row.weight()),
                            predecessors(row, key, known),
                            row.durationDays(),
                            target == null ? null : target.key(),
                            quantity,
                            row.quantity() != null && row.quantity().approx(),
                            row.basis()));
        }
        both.refuseCircle(both.nodes, Column.PREDECESSORS, Line.NodeLine::predecessors);
    }

    private Set<Line.NodeKey> predecessors(NodeRow row, Line.NodeKey own, Set<Line.NodeKey> known) {
        Set<Line.NodeKey> all = new LinkedHashSet<>();
        for (PredecessorRef each : row.predecessors()) {
            Line.NodeKey key = SideBySide.nodeKey(each.projectCode(), each.phase(), each.node());
            if (key.equals(own)) {
                findings.error(row.at(), Column.PREDECESSORS, each.node(), "别的节点；节点不能以自己为前置");
            } else if (known.contains(key)) {
                all.add(key);
            } else if (!both.file.leftOut(SheetKind.NODES, key.node())) {
                List<Line.NodeKey> siblings = known.stream()
                        .filter(node -> node.phase().equals(key.phase()))
                        .toList();
                findings.error(
                        row.at(),
                        Column.PREDECESSORS,
                        each.node(),
                        "同一分期的节点名称，或 项目编码/分期/节点",
                        Nearest.to(key.node(), siblings, Line.NodeKey::node)
                                .map(Line.NodeKey::node)
                                .orElse(null));
            }
        }
        return Set.copyOf(all);
    }
}
