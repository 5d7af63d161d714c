package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.PhaseRow;
import cn.guatu.workbook.sheet.StreetShare;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 项目: phases with who answers for them and the streets that they lie in. */
final class PhaseRows {
    private final SideBySide both;
    private final Findings findings;

    PhaseRows(SideBySide both) {
        this.both = both;
        this.findings = both.findings;
    }

    void compare() {
        for (PhaseRow row : both.file.phases()) {
            findings.length(row.at(), Column.NAME, row.name(), 255);
            findings.length(row.at(), Column.PHASE, row.phase(), 64);
            findings.length(row.at(), Column.LEADER, row.leader(), 64);
            findings.length(row.at(), Column.OWNER, row.owner(), 64);
            findings.length(row.at(), Column.IMPLEMENTER, row.implementer(), 255);
            row.assisting().forEach(name -> findings.length(row.at(), Column.ASSISTING_UNITS, name, 255));
            Line.UnitLine lead = both.unit(row.at(), Column.LEAD_DEPARTMENT, row.leadDepartment(), UnitNames.LEADS);
            List<Line.Share> shares = shares(row);
            if (lead == null || shares == null) {
                continue;
            }
            Line.PhaseKey key = new Line.PhaseKey(row.codeKey(), NameKey.of(row.phase()));
            Line.PhaseLine before = both.held.phases().get(key);
            both.phases.add(
                    row.at(),
                    new Line.PhaseLine(
                            key,
                            before == null ? row.code() : before.projectCode(),
                            row.name(),
                            row.phase(),
                            row.category(),
                            row.nature(),
                            lead.key(),
                            lead.name(),
                            row.leader(),
                            row.owner(),
                            both.person(row.at(), row.owner(), lead.key(), before == null ? null : before.person()),
                            assists(row.assisting()),
                            shares,
                            row.implementer(),
                            row.remark()));
        }
    }

    private @Nullable List<Line.Share> shares(PhaseRow row) {
        List<Line.Share> shares = new ArrayList<>();
        Set<String> streets = new HashSet<>();
        boolean good = true;
        for (StreetShare each : row.shares()) {
            Line.UnitLine street = both.unit(row.at(), Column.STREET_SHARES, each.street(), UnitNames.STREETS);
            if (street == null) {
                good = false;
            } else if (!streets.add(street.key())) {
                findings.error(row.at(), Column.STREET_SHARES, each.street(), "每个街道只写一次；" + street.name() + "重复");
                good = false;
            } else {
                shares.add(new Line.Share(street.key(), street.name(), MeasureUnit.plain(each.fraction())));
            }
        }
        return good ? List.copyOf(shares) : null;
    }

    private List<Line.Assist> assists(List<String> names) {
        return names.stream()
                .map(name -> {
                    Line.UnitLine unit =
                            both.unitNames.find(name, UnitNames.ANY).unit();
                    return unit == null ? new Line.Assist(null, name) : new Line.Assist(unit.key(), unit.name());
                })
                .distinct()
                .toList();
    }
}
