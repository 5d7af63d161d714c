package cn.guatu.assessment;

import cn.guatu.rollup.MonthNode;
import cn.guatu.rollup.RollupRow;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What was published of a month, for ever (semantics §13).
 *
 * @param id its identity
 * @param year the plan year
 * @param month 1–12
 * @param edition 1 for the first publication; counts up when a re-opened month is published again
 * @param cutOff the last day of the month: what the figures are of
 * @param publishedAt when it was published
 * @param knownAt everything recorded up to this instant is in the figures, nothing later
 * @param publishedBy the account
 * @param ruleVersion the version of the scoring rules
 * @param hash SHA-256 over the content and the hash of the snapshot published before
 * @param targets figures and lights of the district
 * @param summary 综合完成率 of the district
 * @param streets figures by street
 * @param departments figures by lead department or task force
 * @param streetSummaries 综合完成率 by street
 * @param departmentSummaries 综合完成率 by department or task force
 * @param nodes every node with its light
 * @param scorecards scores and ranks with every item
 */
public record Snapshot(
        long id,
        int year,
        int month,
        int edition,
        LocalDate cutOff,
        Instant publishedAt,
        Instant knownAt,
        String publishedBy,
        int ruleVersion,
        String hash,
        List<TargetFigure> targets,
        UnitSummary summary,
        List<RollupRow> streets,
        List<RollupRow> departments,
        List<UnitSummary> streetSummaries,
        List<UnitSummary> departmentSummaries,
        List<MonthNode> nodes,
        List<Scorecard> scorecards) {

    /** The lists are copied. */
    public Snapshot {
        targets = List.copyOf(targets);
        streets = List.copyOf(streets);
        departments = List.copyOf(departments);
        streetSummaries = List.copyOf(streetSummaries);
        departmentSummaries = List.copyOf(departmentSummaries);
        nodes = List.copyOf(nodes);
        scorecards = List.copyOf(scorecards);
    }

    /** The missing list: nodes that were due and had neither an actual date nor a recognition. */
    public List<MonthNode> missing() {
        return nodes.stream().filter(MonthNode::missing).toList();
    }
}
