package cn.guatu.workbook.rule;

import cn.guatu.workbook.sheet.ParsedWorkbook;

/**
 * Lays the rows of a file beside what the system holds (workbook.md; rulings, Workbook). Sheets are taken in the order in which they
 * refer to each other, so that a row may name a record of the same file or one that is already there.
 */
public final class Comparer {

    private Comparer() {}

    /** What the file would change, and what is wrong with it. */
    public static Comparison compare(ParsedWorkbook file, Held held) {
        SideBySide both = new SideBySide(file, held);
        new UnitRows(both).compare();
        new PersonRows(both).compare();
        new TargetRows(both).compare();
        new AllocationRows(both).compare();
        new PhaseRows(both).compare();
        new NodeRows(both).compare();
        new RecognitionRows(both).compare();
        new DecisionRows(both).compare();
        new BlockerRows(both).compare();
        return new Comparison(
                both.file.year(),
                !both.held.yearExists(),
                both.units.changes(),
                both.people.changes(),
                both.targets.changes(),
                both.allocations.changes(),
                both.phases.changes(),
                both.nodes.changes(),
                both.recognitions.changes(),
                both.decisions.changes(),
                both.blockers.changes(),
                both.file.withMore(both.findings.all()).problems());
    }
}
