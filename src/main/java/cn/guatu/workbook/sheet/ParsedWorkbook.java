package cn.guatu.workbook.sheet;

import java.util.List;
import java.util.Set;

/**
 * What a workbook says. Rows with an error of their own are left out of the lists; references to records that are not in the file are
 * no errors here, because they may already be in the system.
 *
 * @param year the plan year that bare dates belong to
 * @param present the sheets that the file has
 * @param problems at most 1 000 and then one line with the number of all of them; in the order of the sheets and rows
 */
public record ParsedWorkbook(
        int year,
        Set<SheetKind> present,
        List<UnitRow> units,
        List<PersonRow> people,
        List<TargetRow> targets,
        List<AllocationRow> allocations,
        List<PhaseRow> phases,
        List<NodeRow> nodes,
        List<RecognitionRow> recognitions,
        List<DecisionRow> decisions,
        List<BlockerRow> blockers,
        List<Problem> problems) {

    /** With any error nothing is written. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }
}
