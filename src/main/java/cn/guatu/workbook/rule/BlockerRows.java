package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import cn.guatu.workbook.sheet.BlockerRow;
import cn.guatu.workbook.sheet.Column;
import java.math.BigDecimal;

/** 堵点: what holds phases up. */
final class BlockerRows {
    private final SideBySide both;
    private final Findings findings;

    BlockerRows(SideBySide both) {
        this.both = both;
        this.findings = both.findings;
    }

    void compare() {
        for (BlockerRow row : both.file.blockers()) {
            findings.length(row.at(), Column.RESPONSIBLE_UNIT, row.responsible(), 255);
            Line.PhaseLine phase = both.phase(row.at(), row.projectCode(), row.phase());
            Line.TargetLine target =
                    row.targetCode() == null ? null : both.target(row.at(), Column.TARGET_INVOLVED, row.targetCode());
            BigDecimal quantity = null;
            if (row.quantity() != null && target != null) {
                quantity = both.quantity(row.at(), Column.QUANTITY_INVOLVED, row.quantity(), target);
            } else if (row.quantity() != null && row.targetCode() == null) {
                findings.error(row.at(), Column.TARGET_INVOLVED, "空", "涉及指标的编码，因为写了涉及数量");
            }
            if (phase != null) {
                Line.UnitLine unit =
                        both.unitNames.find(row.responsible(), UnitNames.ANY).unit();
                both.blockers.add(
                        row.at(),
                        new Line.BlockerLine(
                                new Line.BlockerLine.Key(phase.key(), NameKey.of(row.problem())),
                                phase.projectCode(),
                                phase.phaseName(),
                                row.problem(),
                                row.cause(),
                                unit == null ? null : unit.key(),
                                unit == null ? row.responsible() : unit.name(),
                                row.raisedOn(),
                                row.due(),
                                target == null ? null : target.key(),
                                quantity,
                                row.quantity() != null && row.quantity().approx(),
                                row.status()));
            }
        }
    }
}
