package cn.guatu.rollup;

import java.math.BigDecimal;
import java.util.List;

/**
 * Everything that one picture of a year shows, from one reading of the facts: the parts agree with each other.
 *
 * @param linear completed months / 12 at the cut-off
 * @param targets all targets in workbook order
 * @param overall 综合完成率 of the scope
 * @param streets 综合完成率 of each street
 * @param departments 综合完成率 of each department
 * @param byStreet a row per target and street
 * @param byDepartment a row per target and department
 * @param nodes all nodes that the scope sees, by planned date
 * @param trend twelve points
 */
public record YearFigures(
        BigDecimal linear,
        List<TargetFigure> targets,
        UnitSummary overall,
        List<UnitSummary> streets,
        List<UnitSummary> departments,
        List<RollupRow> byStreet,
        List<RollupRow> byDepartment,
        List<NodeFigure> nodes,
        List<TrendPoint> trend) {

    /** The lists are copied. */
    public YearFigures {
        targets = List.copyOf(targets);
        streets = List.copyOf(streets);
        departments = List.copyOf(departments);
        byStreet = List.copyOf(byStreet);
        byDepartment = List.copyOf(byDepartment);
        nodes = List.copyOf(nodes);
        trend = List.copyOf(trend);
    }
}
