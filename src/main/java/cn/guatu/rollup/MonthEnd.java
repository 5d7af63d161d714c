package cn.guatu.rollup;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.PhaseId;
import cn.guatu.rollup.rule.Figures;
import cn.guatu.rollup.rule.LedgerSums;
import cn.guatu.rollup.rule.NodeLight;
import cn.guatu.rollup.rule.View;
import cn.guatu.rollup.rule.YearFacts;
import cn.guatu.target.TargetId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /** By project, phase and place in the phase; what the nodes of a phase have in common is worked out once. */
    private static List<MonthNode> nodes(YearFacts facts, LedgerSums sums, LocalDate cutOff, WorkCalendar calendar) {
        Map<TargetId, String> codes = new HashMap<>();
        facts.targets().forEach(target -> codes.put(target.id(), target.code()));
        Map<PhaseId, List<YearFacts.Node>> phases = new HashMap<>();
        facts.nodes()
                .forEach(node -> phases.computeIfAbsent(node.phase().id(), phase -> new ArrayList<>())
                        .add(node));
        List<MonthNode> all = new ArrayList<>(facts.nodes().size());
        phases.values().stream()
                .sorted(Comparator.comparing(
                        (List<YearFacts.Node> nodes) -> nodes.getFirst().phase(),
                        Comparator.comparing(YearFacts.Phase::projectCode).thenComparing(YearFacts.Phase::name)))
                .forEach(nodes -> {
                    YearFacts.Phase phase = nodes.getFirst().phase();
                    String department = Objects.requireNonNullElse(RollupRows.name(facts, phase.lead()), "");
                    List<String> streets = RollupRows.streets(facts, phase, cutOff);
                    nodes.sort(Comparator.comparing(YearFacts.Node::sortOrder)
                            .thenComparing(node -> node.id().value()));
                    for (YearFacts.Node node : nodes) {
                        NodeLight light = NodeLight.of(node, cutOff, calendar);
                        all.add(new MonthNode(
                                node.id(),
                                phase.projectCode(),
                                phase.projectName(),
                                phase.name(),
                                node.name(),
                                node.planned(),
                                node.actualBy(cutOff),
                                NodeFigures.ownerOf(node),
                                department,
                                streets,
                                phase.nature(),
                                light.light(),
                                light.reason(),
                                light.daysLate(),
                                node.target() != null && Figures.isMissing(node, cutOff, sums),
                                node.target() == null ? null : codes.get(node.target())));
                    }
                });
        return all;
    }
}
