package cn.guatu.workbook.rule;

import cn.guatu.workbook.sheet.AllocationRow;
import cn.guatu.workbook.sheet.Column;
import java.math.BigDecimal;

/** 目标分解: what a street or department has to do of a target. */
final class AllocationRows {
    private final SideBySide both;
    private final Findings findings;

    AllocationRows(SideBySide both) {
        this.both = both;
        this.findings = both.findings;
    }

    void compare() {
        for (AllocationRow row : both.file.allocations()) {
            Line.TargetLine target = both.target(row.at(), Column.TARGET_CODE, row.targetCode());
            Line.UnitLine unit = both.unit(row.at(), Column.STREET_OR_DEPARTMENT, row.unit(), UnitNames.ANSWERABLE);
            BigDecimal value = target == null ? null : both.quantity(row.at(), Column.ALLOCATED, row.value(), target);
            if (target != null && unit != null && value != null) {
                if (value.signum() < 0) {
                    findings.error(row.at(), Column.ALLOCATED, Fields.plain(value), "不小于 0 的数");
                    continue;
                }
                both.allocations.add(
                        row.at(),
                        new Line.AllocationLine(
                                new Line.AllocationLine.Key(target.key(), unit.key()),
                                target.code(),
                                unit.name(),
                                value,
                                row.value().approx()));
            }
        }
    }
}
