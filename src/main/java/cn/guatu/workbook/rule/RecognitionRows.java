package cn.guatu.workbook.rule;

import cn.guatu.target.TargetKind;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.RecognitionRow;
import cn.guatu.workbook.sheet.SheetKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** 计入: rows of the ledger. */
final class RecognitionRows {
    private final SideBySide both;
    private final Findings findings;

    RecognitionRows(SideBySide both) {
        this.both = both;
        this.findings = both.findings;
    }

    void compare() {
        for (RecognitionRow row : both.file.recognitions()) {
            findings.length(row.at(), Column.BATCH, row.batch(), 64);
            Line.PhaseLine phase = both.phase(row.at(), row.projectCode(), row.phase());
            Line.TargetLine target = both.target(row.at(), Column.TARGET_CODE, row.targetCode());
            if (phase == null || target == null) {
                continue;
            }
            boolean ratio = target.kind() == TargetKind.RATIO;
            BigDecimal quantity =
                    ratio ? row.quantity().bare() : both.quantity(row.at(), Column.QUANTITY, row.quantity(), target);
            BigDecimal denominator =
                    row.denominator() == null ? null : row.denominator().bare();
            boolean good = quantity != null;
            if (ratio && denominator == null) {
                findings.error(
                        row.at(),
                        row.at().has(Column.DENOMINATOR) ? Column.DENOMINATOR : Column.QUANTITY,
                        "空",
                        "分母；" + target.code() + " 是比率指标");
                good = false;
            } else if (!ratio && denominator != null) {
                findings.error(row.at(), Column.DENOMINATOR, Fields.plain(denominator), "空；只有比率指标有分母");
                good = false;
            }
            if (quantity != null && target.kind() == TargetKind.STOCK && quantity.signum() < 0) {
                findings.error(row.at(), Column.QUANTITY, Fields.plain(quantity), "不小于 0 的数；时点指标填写的是当日数值");
                good = false;
            }
            if (ratio && denominator != null && denominator.signum() == 0) {
                findings.error(row.at(), Column.DENOMINATOR, "0", "大于 0 的分母");
                good = false;
            }
            if (denominator != null) {
                findings.size(row.at(), Column.DENOMINATOR, denominator);
                if (denominator.signum() < 0 && row.remark() == null) {
                    findings.error(row.at(), Column.REMARK, "空", "冲减的原因");
                    good = false;
                }
            }
            if (quantity != null
                    && quantity.signum() == 0
                    && (target.kind() == TargetKind.FLOW || target.kind() == TargetKind.MILESTONE)) {
                findings.error(
                        row.at(),
                        Column.QUANTITY,
                        Fields.plain(row.quantity().number()),
                        "换算为" + target.unit() + "后不为 0 的数量");
                good = false;
            }
            String nodeKey = "";
            Line.NodeLine node = null;
            if (row.nodeName() != null) {
                Line.NodeKey key = SideBySide.nodeKey(row.projectCode(), row.phase(), row.nodeName());
                node = both.nodes.merged().get(key);
                nodeKey = key.node();
                if (node == null && !both.nodeKeys.contains(key) && !both.file.leftOut(SheetKind.NODES, key.node())) {
                    List<Line.NodeKey> siblings = both.nodes.merged().keySet().stream()
                            .filter(each -> each.phase().equals(key.phase()))
                            .toList();
                    findings.error(
                            row.at(),
                            Column.NODE_NAME,
                            row.nodeName(),
                            "该分期已有的节点名称",
                            Nearest.to(nodeKey, siblings, Line.NodeKey::node)
                                    .map(Line.NodeKey::node)
                                    .orElse(null));
                }
                good &= node != null;
            }
            if (good) {
                both.recognitions.add(
                        row.at(),
                        new Line.RecognitionLine(
                                new Line.RecognitionLine.Key(
                                        phase.key(),
                                        target.key(),
                                        nodeKey,
                                        Line.RecognitionLine.Key.identity(row.batch(), row.evidence())),
                                phase.projectCode(),
                                phase.phaseName(),
                                target.code(),
                                row.date(),
                                Objects.requireNonNull(quantity),
                                denominator,
                                row.quantity().approx(),
                                node == null ? null : node.name(),
                                row.batch(),
                                row.evidence(),
                                row.remark()));
            }
        }
        refuseNegativeSums();
    }

    /** A negative row may not take what the phase has for the target below zero; a stock is a value and not a sum. */
    private void refuseNegativeSums() {
        record Pot(Line.PhaseKey phase, String target) {}
        Map<Pot, BigDecimal> sums = new HashMap<>();
        both.recognitions
                .merged()
                .values()
                .forEach(line ->
                        sums.merge(new Pot(line.key().phase(), line.key().target()), line.quantity(), BigDecimal::add));
        for (Change<Line.RecognitionLine> change : both.recognitions.changes().changes()) {
            Line.RecognitionLine line = change.line();
            Line.TargetLine target = both.targets.merged().get(line.key().target());
            BigDecimal sum =
                    sums.getOrDefault(new Pot(line.key().phase(), line.key().target()), BigDecimal.ZERO);
            boolean lowered = line.quantity().signum() < 0
                    || change.before() != null
                            && line.quantity().compareTo(change.before().quantity()) < 0;
            if (sum.signum() < 0 && lowered && target != null && target.kind() != TargetKind.STOCK) {
                findings.error(
                        change.at(),
                        Column.QUANTITY,
                        Fields.plain(line.quantity()),
                        "冲减后不小于 0；该分期此指标合计会成为 " + Fields.plain(sum));
            }
        }
    }
}
