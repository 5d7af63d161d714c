package cn.guatu.workbook.rule;

import cn.guatu.org.UnitKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the system holds about one plan year, as lines, in the order in which the export writes them.
 *
 * @param yearExists whether the plan year is there
 * @param versions every value ever given to a target, in the order in which they were recorded
 * @param booked folded codes of targets with rows in the ledger, also rows that were taken back
 */
public record Held(
        int year,
        boolean yearExists,
        Map<String, Line.UnitLine> units,
        Map<Line.PersonKey, Line.PersonLine> people,
        Map<String, Line.TargetLine> targets,
        Map<String, List<Line.Value>> versions,
        Set<String> booked,
        Map<Line.AllocationLine.Key, Line.AllocationLine> allocations,
        Map<Line.PhaseKey, Line.PhaseLine> phases,
        Map<Line.NodeKey, Line.NodeLine> nodes,
        Map<Line.RecognitionLine.Key, Line.RecognitionLine> recognitions,
        Map<Line.DecisionLine.Key, Line.DecisionLine> decisions,
        Map<Line.BlockerLine.Key, Line.BlockerLine> blockers) {

    /** What the unit is used as in this year (a street with shares, a department that leads), so that its kind must stay; null: free. */
    public @Nullable String useOf(String unit, UnitKind kind) {
        if (kind == UnitKind.STREET) {
            return phases.values().stream()
                    .filter(phase -> phase.shares().stream()
                            .anyMatch(share -> share.street().equals(unit)))
                    .findFirst()
                    .map(phase -> "项目 " + phase.label() + " 的街道占比")
                    .orElse(null);
        }
        Optional<String> phase = phases.values().stream()
                .filter(each -> each.lead().equals(unit))
                .findFirst()
                .map(each -> "项目 " + each.label() + " 的牵头科室");
        return phase.or(() -> targets.values().stream()
                        .filter(each -> each.lead().equals(unit))
                        .findFirst()
                        .map(each -> "指标 " + each.label() + " 的牵头科室"))
                .orElse(null);
    }

    /** Without an effective date a value holds from the first day of the plan year (semantics §5). */
    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }
}
