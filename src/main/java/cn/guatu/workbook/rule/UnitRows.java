package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import cn.guatu.org.UnitKind;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.UnitRow;
import java.util.List;
import java.util.Objects;

/** 组织: units and what they stand under. */
final class UnitRows {
    private final SideBySide both;
    private final Findings findings;

    UnitRows(SideBySide both) {
        this.both = both;
        this.findings = both.findings;
    }

    void compare() {
        // A parent may stand below its child, so names are gathered before they are looked up.
        List<Line.UnitLine> named = both.file.units().stream()
                .map(row -> new Line.UnitLine(NameKey.of(row.name()), row.name(), row.kind(), null, null, row.sort()))
                .toList();
        both.unitNames = new UnitNames(both.held.units().values(), named);
        for (UnitRow row : both.file.units()) {
            Line.UnitLine parent =
                    row.parent() == null ? null : both.unit(row.at(), Column.PARENT_UNIT, row.parent(), UnitNames.ANY);
            findings.length(row.at(), Column.NAME, row.name(), 64);
            String key = NameKey.of(row.name());
            Line.UnitLine before = both.held.units().get(key);
            String use = before == null || before.kind() == row.kind() || bothLead(before.kind(), row.kind())
                    ? null
                    : both.held.useOf(key, before.kind());
            if (use != null) {
                findings.error(
                        row.at(),
                        Column.KIND,
                        row.kind().label(),
                        Objects.requireNonNull(before).kind().label() + "；它是" + use,
                        before.kind().label());
            }
            both.units.add(
                    row.at(),
                    new Line.UnitLine(
                            key,
                            row.name(),
                            row.kind(),
                            parent == null ? null : parent.key(),
                            parent == null ? null : parent.name(),
                            row.sort()));
        }
        both.refuseCircle(
                both.units, Column.PARENT_UNIT, line -> line.parent() == null ? List.of() : List.of(line.parent()));
    }

    private static boolean bothLead(UnitKind one, UnitKind other) {
        return UnitNames.LEADS.contains(one) && UnitNames.LEADS.contains(other);
    }
}
