package cn.guatu.rollup;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.rollup.rule.Figures;
import cn.guatu.rollup.rule.LedgerSums;
import cn.guatu.rollup.rule.NodeLight;
import cn.guatu.rollup.rule.View;
import cn.guatu.rollup.rule.YearFacts;
import cn.guatu.target.TargetId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The figures of a month's end in every breakdown, from facts that were read once. */
final class MonthEnd {

    private MonthEnd() {}

    static MonthFigures of(YearFacts facts, LedgerSums sums, LocalDate cutOff, Instant knownAt, WorkCalendar calendar) {
        Figures district = new Figures(facts, sums, cutOff, View.WHOLE, Set.of(), calendar);
        Figures streets = new Figures(facts, sums, cutOff, View.WHOLE, Set.of(By.STREET), calendar);
        Figures departments = new Figures(facts, sums, cutOff, View.WHOLE, Set.of(By.DEPARTMENT), calendar);
        return new MonthFigures(
                cutOff,
                knownAt,
                TargetFigures.of(facts, district, cutOff, View.WHOLE),
                Summaries.of(facts, district, null, View.WHOLE).getFirst(),
                RollupRows.of(facts, facts.targets(), streets, true),
                RollupRows.of(facts, facts.targets(), departments, false),
                Summaries.of(facts, streets, By.STREET, View.WHOLE),
                Summaries.of(facts, departments, By.DEPARTMENT, View.WHOLE),
                nodes(facts, sums, cutOff, calendar));
    }

    private static List<MonthNode> nodes(YearFacts facts, LedgerSums sums, LocalDate cutOff, WorkCalendar calendar) {
        Map<TargetId, String> codes = new HashMap<>();
        facts.targets().forEach(target -> codes.put(target.id(), target.code()));
        return facts.nodes().stream()
                .sorted(Comparator.comparing(
                                (YearFacts.Node node) -> node.phase().projectCode())
                        .thenComparing(node -> node.phase().name())
                        .thenComparing(YearFacts.Node::sortOrder)
                        .thenComparing(node -> node.id().value()))
                .map(node -> {
                    NodeLight light = NodeLight.of(node, cutOff, calendar);
                    YearFacts.Phase phase = node.phase();
                    return new MonthNode(
                            node.id(),
                            phase.projectCode(),
                            phase.projectName(),
                            phase.name(),
                            node.name(),
                            node.planned(),
                            node.actualBy(cutOff),
                            NodeFigures.ownerOf(node),
                            Objects.requireNonNullElse(RollupRows.name(facts, phase.lead()), ""),
                            phase.sharesOn(cutOff).stream()
                                    .map(share -> RollupRows.name(facts, share.street()))
                                    .filter(Objects::nonNull)
                                    .toList(),
                            phase.nature(),
                            light.light(),
                            light.reason(),
                            light.daysLate(),
                            node.target() != null && Figures.isMissing(node, cutOff, sums),
                            node.target() == null ? null : codes.get(node.target()));
                })
                .toList();
    }
}
