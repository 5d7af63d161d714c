package cn.guatu.battlechart;

import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.AccessScope;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Makes the battle chart out of the nodes that the roll-up lights, so that the same light on two screens comes from one query. */
@Service
public class BattleChartService {

    private final RollupService rollup;
    private final ProjectService projects;
    private final TargetService targets;
    private final OrgService org;
    private final BattleChartQueries queries;
    private final BusinessClock clock;

    BattleChartService(
            RollupService rollup,
            ProjectService projects,
            TargetService targets,
            OrgService org,
            BattleChartQueries queries,
            BusinessClock clock) {
        this.rollup = rollup;
        this.projects = projects;
        this.targets = targets;
        this.org = org;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * The chart of a plan year for somebody who sees this much. An unknown year is refused as not found.
     *
     * @param by what the rows stand under
     * @param filter which rows
     * @param asOf the cut-off, and what was known
     */
    public BattleChart chart(int year, Grouping by, ChartFilter filter, AsOf asOf, AccessScope scope) {
        return chart(year, by, filter, asOf, scope, rollup.nodes(year, NodeState.ALL, asOf, scope));
    }

    /**
     * The same of nodes that were read already.
     *
     * @param figures every node of the year that the scope sees, as of then
     */
    public BattleChart chart(
            int year, Grouping by, ChartFilter filter, AsOf asOf, AccessScope scope, List<NodeFigure> figures) {
        Map<String, List<NodeFigure>> nodes =
                figures.stream().collect(Collectors.groupingBy(node -> ChartRows.key(node.project(), node.phase())));
        Map<UnitId, Unit> units = org.units().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        List<Phase> phases = projects.phases(year).stream()
                .filter(phase -> phase.isSeenBy(scope))
                .toList();
        List<Target> all = targets.targets(year);
        ChartRows rows = new ChartRows(year, units, all, nodes, queries.recognised(year, asOf));
        List<BattleChart.Group> groups = rows.groups(phases, by, filter);
        return new BattleChart(
                year, year + "年作战图", inWords(by, filter, all), asOf.date(), asOf.knownAt(), clock.now(), groups);
    }

    private static String inWords(Grouping by, ChartFilter filter, List<Target> targets) {
        StringBuilder words = new StringBuilder("按" + by.label());
        if (filter.street() != null) {
            words.append(" · ").append(filter.street());
        }
        if (filter.department() != null) {
            words.append(" · ").append(filter.department());
        }
        targets.stream()
                .filter(target -> target.code().equals(filter.target()))
                .findFirst()
                .ifPresent(target -> words.append(" · ").append(target.name()));
        if (!filter.lights().isEmpty()) {
            words.append(" · ")
                    .append(filter.lights().stream()
                            .sorted()
                            .map(light -> light.label())
                            .collect(Collectors.joining("、")));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            words.append(" · 含“").append(filter.text().strip()).append("”");
        }
        return words.toString();
    }
}
