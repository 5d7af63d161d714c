package cn.guatu.supervision;

import cn.guatu.org.OrgService;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.progress.ReportItem;
import cn.guatu.progress.ReportService;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.AccessScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the ladder looks at, for the system: it sees everything. */
@Component
class LadderReader {

    private final ProjectService projects;
    private final RollupService rollup;
    private final ReportService reports;
    private final OrgService org;
    private final OrderQueries orders;

    LadderReader(
            ProjectService projects, RollupService rollup, ReportService reports, OrgService org, OrderQueries orders) {
        this.projects = projects;
        this.rollup = rollup;
        this.reports = reports;
        this.org = org;
        this.orders = orders;
    }

    /**
     * The facts of a day.
     *
     * @param at the instant; its day is the cut-off
     * @param knownAt for a preview of the past: what was known then; null for what is known now
     * @param silentWeeks how many weeks back silence counts
     */
    LadderFacts read(int year, ReportingWeek week, Instant at, @Nullable Instant knownAt, int silentWeeks) {
        LocalDate day = LocalDate.ofInstant(at, BusinessClock.ZONE);
        Map<PhaseId, Phase> phases = projects.phases(year).stream()
                .filter(phase -> phase.nature() != PlanNature.RESERVE)
                .collect(Collectors.toMap(Phase::id, phase -> phase, (one, other) -> one, LinkedHashMap::new));
        Map<NodeId, Node> nodes = projects.nodes(year).stream()
                .filter(node -> phases.containsKey(node.phase()))
                .collect(Collectors.toMap(Node::id, node -> node));
        List<NodeFigure> figures = figures(year, day, knownAt, nodes);
        Map<NodeId, Light> before = figures(year, day.minusWeeks(1), knownAt, nodes).stream()
                .collect(Collectors.toMap(NodeFigure::id, NodeFigure::light));
        List<ReportItem> items = reports(year, week, silentWeeks, phases);
        Set<String> ordered = orders.openBefore(
                year, week.firstDay().atStartOfDay(BusinessClock.ZONE).toInstant());
        return new LadderFacts(
                year, day, phases, nodes, figures, before, items, ordered, new LadderPeople(org.people(), org.units()));
    }

    /** What was asked for in a week and in the weeks before that count as silence. */
    List<ReportItem> reports(int year, ReportingWeek week, int silentWeeks, Map<PhaseId, Phase> supervised) {
        return reports.items(year, week.plus(1 - silentWeeks), week).stream()
                .filter(item -> item.asked() && supervised.containsKey(item.phase()))
                .toList();
    }

    private List<NodeFigure> figures(int year, LocalDate day, @Nullable Instant knownAt, Map<NodeId, Node> supervised) {
        return rollup.nodes(year, NodeState.ALL, new AsOf(day, knownAt), AccessScope.everything()).stream()
                .filter(figure -> supervised.containsKey(figure.id()))
                .toList();
    }
}
