package cn.guatu.workbook.rule;

import cn.guatu.workbook.sheet.Problem;
import cn.guatu.workbook.sheet.Severity;
import java.util.List;

/**
 * A workbook beside what the system holds.
 *
 * @param yearIsNew whether the plan year would be created
 * @param problems of the file alone and of the file against the system; at most 1 000, then one line with their number
 */
public record Comparison(
        int year,
        boolean yearIsNew,
        SheetChanges<Line.UnitLine> units,
        SheetChanges<Line.PersonLine> people,
        SheetChanges<Line.TargetLine> targets,
        SheetChanges<Line.AllocationLine> allocations,
        SheetChanges<Line.PhaseLine> phases,
        SheetChanges<Line.NodeLine> nodes,
        SheetChanges<Line.RecognitionLine> recognitions,
        SheetChanges<Line.DecisionLine> decisions,
        SheetChanges<Line.BlockerLine> blockers,
        List<Problem> problems) {

    /** Every sheet in the order of the workbook. */
    public List<SheetChanges<?>> sheets() {
        return List.of(units, people, targets, allocations, phases, nodes, recognitions, decisions, blockers);
    }

    /** With any error nothing is written. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }

    /** Whether applying it would write nothing. */
    public boolean changesNothing() {
        return !yearIsNew && sheets().stream().allMatch(sheet -> sheet.changes().isEmpty());
    }
}
