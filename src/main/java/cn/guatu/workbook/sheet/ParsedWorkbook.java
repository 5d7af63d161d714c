package cn.guatu.workbook.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a workbook says. Rows with an error of their own are left out of the lists; references to records that are not in the file are
 * no errors here, because they may already be in the system.
 *
 * @param year the plan year that bare dates belong to
 * @param present the sheets that the file has
 * @param problems at most 1 000 and then one line with the number of all of them; in the order of the sheets and rows
 * @param problemCount how many problems there are, listed or not
 * @param leftOut folded names or codes of rows that are missing from the lists because of an error of their own, so that a reference to
 *     one of them is not reported as unknown
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
        List<Problem> problems,
        int problemCount,
        Map<SheetKind, Set<String>> leftOut) {

    /** With any error nothing is written. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }

    /** The same with further problems, found by who knows the system; again at most 1 000 are listed. */
    public ParsedWorkbook withMore(List<Problem> more) {
        Problems all = new Problems();
        problems.stream().filter(each -> !each.isTotal()).forEach(all::add);
        all.addUnlisted(problemCount - all.total(), hasErrors());
        more.forEach(all::add);
        return new ParsedWorkbook(
                year,
                present,
                units,
                people,
                targets,
                allocations,
                phases,
                nodes,
                recognitions,
                decisions,
                blockers,
                all.listed(),
                all.total(),
                leftOut);
    }

    /** Whether a row of this sheet with this folded name or code was left out because of its own error. */
    public boolean leftOut(SheetKind kind, String key) {
        return leftOut.getOrDefault(kind, Set.of()).contains(key);
    }
}
