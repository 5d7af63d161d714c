package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.target.OfWhich;
import cn.guatu.target.TargetKind;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.RowAt;
import cn.guatu.workbook.sheet.SheetKind;
import cn.guatu.workbook.sheet.TargetRow;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** 指标: targets with their value of the year, their place under another and their plan. */
final class TargetRows {
    private final SideBySide both;
    private final Findings findings;

    TargetRows(SideBySide both) {
        this.both = both;
        this.findings = both.findings;
    }

    void compare() {
        Set<String> codes = new HashSet<>(both.held.targets().keySet());
        codes.addAll(both.targetCodes);
        for (TargetRow row : both.file.targets()) {
            findings.length(row.at(), Column.NAME, row.name(), 255);
            findings.length(row.at(), Column.UNIT, row.unit().name(), 32);
            findings.length(row.at(), Column.DOC_NO, row.docNo(), 255);
            findings.length(row.at(), Column.LEADER, row.leader(), 64);
            findings.length(row.at(), Column.SOURCE, row.source(), 255);
            findings.size(row.at(), Column.VALUE_OF_YEAR, row.value());
            findings.size(row.at(), Column.BASE, row.base());
            findings.size(row.at(), Column.WEIGHT, row.weight());
            for (int month = 0; month < row.months().size(); month++) {
                findings.size(row.at(), Column.MONTHS.get(month), row.months().get(month));
            }
            Line.UnitLine lead = both.unit(row.at(), Column.LEAD_DEPARTMENT, row.leadDepartment(), UnitNames.LEADS);
            String parent = row.parentCode() == null ? null : NameKey.ofCode(row.parentCode());
            if (parent != null && !codes.contains(parent) && !both.file.leftOut(SheetKind.TARGETS, parent)) {
                findings.error(
                        row.at(),
                        Column.PARENT_TARGET,
                        row.parentCode() + "",
                        "指标表或系统中已有的指标编码",
                        Nearest.to(parent, codes, code -> code).orElse(null));
            }
            Line.Value value = new Line.Value(
                    row.status(),
                    SideBySide.plain(row.value()),
                    row.approx(),
                    row.docNo(),
                    row.effectiveFrom() == null ? both.held.firstDay() : row.effectiveFrom());
            Versions.Verdict verdict = Versions.of(value, both.held.versions().getOrDefault(row.codeKey(), List.of()));
            if (verdict.toAdd() != null && !verdict.inForce()) {
                findings.warning(row.at(), Column.TARGET_STATUS, value.status().label(), "同一生效日期已有更正式的目标值，这个值只记录、不生效");
            }
            Line.TargetLine before = both.held.targets().get(row.codeKey());
            if (before != null) {
                keepWhatIsBooked(row, before);
            }
            if (lead != null) {
                both.targets.add(
                        row.at(),
                        new Line.TargetLine(
                                row.codeKey(),
                                row.code(),
                                row.name(),
                                row.unit().name(),
                                verdict.toAdd() == null ? verdict.before() : verdict.toAdd(),
                                parent,
                                row.ofWhich(),
                                row.kind(),
                                row.direction(),
                                SideBySide.plain(row.base()),
                                row.pace(),
                                lead.key(),
                                lead.name(),
                                row.leader(),
                                row.source(),
                                row.definition(),
                                SideBySide.plain(row.weight()),
                                plan(row)),
                        before == null ? null : before.with(verdict.before()));
            }
        }
        both.refuseCircle(
                both.targets, Column.PARENT_TARGET, line -> line.parent() == null ? List.of() : List.of(line.parent()));
        checkParts();
    }

    private void keepWhatIsBooked(TargetRow row, Line.TargetLine before) {
        if (!before.unit().equals(row.unit().name())) {
            boolean counted = both.held.booked().contains(row.codeKey())
                    || both.held.allocations().keySet().stream()
                                    .anyMatch(key -> key.target().equals(row.codeKey()))
                            && !both.file.present().contains(SheetKind.ALLOCATIONS);
            if (counted) {
                findings.error(
                        row.at(), Column.UNIT, row.unit().name(), before.unit() + "；指标已有按原单位记下的数量", before.unit());
            }
        }
        boolean ratio = before.kind() == TargetKind.RATIO;
        if (both.held.booked().contains(row.codeKey()) && ratio != (row.kind() == TargetKind.RATIO)) {
            findings.error(
                    row.at(),
                    Column.KIND,
                    row.kind().label(),
                    before.kind().label() + "；指标已有计入，比率与其他类型不能互换",
                    before.kind().label());
        }
    }

    /** Parts that should make up the whole: a difference is reported, it does not block (semantics §6). */
    private void checkParts() {
        Map<String, List<Line.TargetLine>> parts = both.targets.merged().values().stream()
                .filter(line -> line.parent() != null && line.ofWhich() == OfWhich.PARTITION)
                .collect(Collectors.groupingBy(
                        line -> Objects.requireNonNull(line.parent()), LinkedHashMap::new, Collectors.toList()));
        parts.forEach((code, of) -> {
            Line.TargetLine whole = both.targets.merged().get(code);
            if (whole == null) {
                return;
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (Line.TargetLine part : of) {
                RowAt at = both.targets.at(part.key());
                MeasureUnit unit = MeasureUnit.of(part.unit());
                if (!unit.isCompatibleWith(MeasureUnit.of(whole.unit()))) {
                    if (at != null) {
                        findings.warning(at, Column.UNIT, part.unit(), whole.unit() + "：与上级指标单位不同，不能合计");
                    }
                    return;
                }
                if (part.kind() == TargetKind.RATIO
                        || part.version() == null
                        || part.version().value() == null) {
                    return;
                }
                sum = sum.add(unit.convert(part.version().value(), MeasureUnit.of(whole.unit())));
            }
            RowAt at = both.targets.at(code);
            BigDecimal total = whole.version() == null ? null : whole.version().value();
            if (at != null && total != null && total.compareTo(sum) != 0) {
                findings.warning(at, Column.VALUE_OF_YEAR, Fields.plain(total), "各“全部”下级指标之和 " + Fields.plain(sum));
            }
        });
    }

    private static SortedMap<Integer, BigDecimal> plan(TargetRow row) {
        SortedMap<Integer, BigDecimal> plan = new TreeMap<>();
        for (int month = 1; month <= row.months().size(); month++) {
            BigDecimal value = row.months().get(month - 1);
            if (value != null) {
                plan.put(month, MeasureUnit.plain(value));
            }
        }
        return plan;
    }
}
