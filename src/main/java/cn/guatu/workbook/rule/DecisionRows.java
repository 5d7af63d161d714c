package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.DecisionRow;

/** 会议议定: decisions of meetings. */
final class DecisionRows {
    private final SideBySide both;

    DecisionRows(SideBySide both) {
        this.both = both;
    }

    void compare() {
        for (DecisionRow row : both.file.decisions()) {
            Line.UnitLine lead = both.unit(row.at(), Column.LEAD, row.lead(), UnitNames.LEADS);
            if (lead != null) {
                both.decisions.add(
                        row.at(),
                        new Line.DecisionLine(
                                new Line.DecisionLine.Key(row.meetingDate(), NameKey.of(row.matter())),
                                row.matter(),
                                lead.key(),
                                lead.name(),
                                row.assisting().isEmpty() ? null : String.join(";", row.assisting()),
                                row.due(),
                                row.status(),
                                row.progress()));
            }
        }
    }
}
