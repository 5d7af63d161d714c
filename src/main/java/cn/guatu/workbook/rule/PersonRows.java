package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.PersonRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 人员: who belongs where, and by what a person is known again. */
final class PersonRows {
    private final SideBySide both;
    private final Findings findings;

    PersonRows(SideBySide both) {
        this.both = both;
        this.findings = both.findings;
    }

    void compare() {
        Map<Line.PersonKey, List<Line.PersonLine>> byName = both.held.people().values().stream()
                .collect(Collectors.groupingBy(
                        person -> Line.PersonKey.named(NameKey.of(person.name()), person.unit())));
        for (PersonRow row : both.file.people()) {
            findings.length(row.at(), Column.PERSON, row.name(), 64);
            findings.length(row.at(), Column.ACCOUNT, row.account(), 64);
            findings.length(row.at(), Column.PHONE, row.phone(), 32);
            findings.length(row.at(), Column.EMAIL, row.email(), 128);
            Line.UnitLine unit = both.unit(row.at(), Column.BELONGS_TO, row.unit(), UnitNames.ANY);
            if (unit == null) {
                continue;
            }
            Line.PersonKey name = Line.PersonKey.named(NameKey.of(row.name()), unit.key());
            Line.PersonLine before = null;
            if (row.account() != null) {
                before = both.held.people().get(Line.PersonKey.account(row.account()));
                if (before == null) {
                    before = both.held.people().get(name);
                }
            } else {
                List<Line.PersonLine> same = byName.getOrDefault(name, List.of());
                if (same.size() > 1) {
                    findings.error(row.at(), Column.ACCOUNT, "空", "账号；" + unit.name() + "有多位" + row.name());
                    continue;
                }
                before = same.isEmpty() ? null : same.getFirst();
            }
            Line.PersonKey key = before != null
                    ? before.key()
                    : row.account() != null ? Line.PersonKey.account(row.account()) : name;
            // The account is what a person is known by: a row without one does not take it away.
            String account = row.account() != null || before == null ? row.account() : before.account();
            both.people.add(
                    row.at(),
                    new Line.PersonLine(
                            key,
                            row.name(),
                            account,
                            unit.key(),
                            unit.name(),
                            row.position(),
                            row.phone(),
                            row.email()));
        }
        both.personNames = new PersonNames(both.held.people().values(), both.people.lines());
    }
}
