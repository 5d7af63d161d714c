package cn.guatu.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Every figure of the year at the end of a month, as known at an instant, from one reading of the facts.
 *
 * @param cutOff the last day of the month
 * @param knownAt everything recorded up to then, nothing later
 * @param targets the district
 * @param summary 综合完成率 of the district
 * @param streets a row per target and street that has something of it
 * @param departments a row per target and lead department or task force that has something of it
 * @param streetSummaries 综合完成率 of every street
 * @param departmentSummaries 综合完成率 of every department and task force
 * @param nodes every node of the year
 */
public record MonthFigures(
        LocalDate cutOff,
        Instant knownAt,
        List<TargetFigure> targets,
        UnitSummary summary,
        List<RollupRow> streets,
        List<RollupRow> departments,
        List<UnitSummary> streetSummaries,
        List<UnitSummary> departmentSummaries,
        List<MonthNode> nodes) {

    /** The lists are copied. */
    public MonthFigures {
        targets = List.copyOf(targets);
        streets = List.copyOf(streets);
        departments = List.copyOf(departments);
        streetSummaries = List.copyOf(streetSummaries);
        departmentSummaries = List.copyOf(departmentSummaries);
        nodes = List.copyOf(nodes);
    }
}
