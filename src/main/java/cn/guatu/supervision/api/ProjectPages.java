package cn.guatu.supervision.api;

import static cn.guatu.platform.api.ApiNumbers.fraction;

import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.AccessScope;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerService;
import cn.guatu.supervision.BlockerStatus;
import cn.guatu.supervision.api.ProjectRows.Item;
import cn.guatu.supervision.api.ProjectRows.ItemPhase;
import cn.guatu.supervision.api.ProjectRows.StreetShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the list of a year's projects together: phases of the scope, the lights of their nodes today, what holds them up. */
@Component
class ProjectPages {

    private final ProjectService projects;
    private final OrgService org;
    private final RollupService rollup;
    private final BlockerService blockers;
    private final BusinessClock clock;

    ProjectPages(
            ProjectService projects,
            OrgService org,
            RollupService rollup,
            BlockerService blockers,
            BusinessClock clock) {
        this.projects = projects;
        this.org = org;
        this.rollup = rollup;
        this.blockers = blockers;
        this.clock = clock;
    }

    /** Which projects are asked for; null asks for all. */
    record Filter(
            @Nullable String street,
            @Nullable String department,
            @Nullable Light light) {}

    /** A phase in the list, with the project it belongs to. */
    private record Found(Phase phase, ItemPhase row) {}

    /**
     * The projects of the year that have a phase that fits, by code.
     *
     * @throws Refusal NOT_FOUND when the street or the department of the filter is unknown
     */
    List<Item> of(int year, Filter filter, AccessScope scope) {
        Map<UnitId, Unit> units = org.units().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        UnitId street = filter.street() == null ? null : unit(filter.street(), true);
        UnitId department = filter.department() == null ? null : unit(filter.department(), false);
        Map<String, List<NodeFigure>> nodes = rollup.nodes(year, NodeState.ALL, AsOf.of(clock.today()), scope).stream()
                .collect(Collectors.groupingBy(node -> key(node.project(), node.phase())));
        Map<Long, Long> open = blockers.all(year).stream()
                .filter(ProjectPages::isOpen)
                .collect(Collectors.groupingBy(each -> each.phase().value(), Collectors.counting()));

        Map<String, List<Found>> byCode = new TreeMap<>();
        for (Phase phase : projects.phases(year)) {
            if (!phase.isSeenBy(scope)
                    || (street != null && !streetsOf(phase).contains(street))
                    || (department != null && !phase.lead().equals(department))) {
                continue;
            }
            ItemPhase row = row(
                    phase,
                    nodes.getOrDefault(key(phase.projectCode(), phase.name()), List.of()),
                    open.getOrDefault(phase.id().value(), 0L).intValue(),
                    units);
            if (filter.light() == null || filter.light() == row.light()) {
                byCode.computeIfAbsent(phase.projectCode(), code -> new ArrayList<>())
                        .add(new Found(phase, row));
            }
        }
        return byCode.values().stream().map(ProjectPages::item).toList();
    }

    static List<StreetShare> streets(Phase phase, Map<UnitId, Unit> units) {
        return phase.shares().stream()
                .map(share -> new StreetShare(name(share.street(), units), fraction(share.share())))
                .toList();
    }

    static String name(UnitId unit, Map<UnitId, Unit> units) {
        return Objects.requireNonNull(units.get(unit), "a foreign key keeps the unit")
                .name();
    }

    static @Nullable Light worst(List<Light> lights) {
        return lights.stream().reduce(Light::worse).orElse(null);
    }

    static boolean isOpen(Blocker blocker) {
        return blocker.status() == BlockerStatus.OPEN || blocker.status() == BlockerStatus.COORDINATING;
    }

    private static List<UnitId> streetsOf(Phase phase) {
        return phase.shares().stream().map(Share::street).toList();
    }

    private static ItemPhase row(Phase phase, List<NodeFigure> nodes, int openBlockers, Map<UnitId, Unit> units) {
        return new ItemPhase(
                phase.name(),
                phase.category(),
                phase.nature(),
                name(phase.lead(), units),
                phase.leader(),
                phase.owner(),
                streets(phase, units),
                worst(nodes.stream().map(NodeFigure::light).toList()),
                nodes.size(),
                (int) nodes.stream().filter(node -> node.actual() != null).count(),
                (int) nodes.stream()
                        .filter(node -> node.actual() == null && node.daysLate() > 0)
                        .count(),
                openBlockers);
    }

    private static Item item(List<Found> found) {
        List<Found> inOrder = found.stream()
                .sorted(Comparator.comparingInt((Found each) -> each.phase().sortOrder())
                        .thenComparing(each -> each.phase().id().value()))
                .toList();
        Phase first = inOrder.getFirst().phase();
        List<ItemPhase> rows = inOrder.stream().map(Found::row).toList();
        ItemPhase said = rows.getFirst();
        return new Item(
                first.projectCode(),
                first.projectName(),
                said.phase(),
                said.category(),
                said.nature(),
                said.leadDepartment(),
                said.leader(),
                said.owner(),
                said.streets(),
                worst(rows.stream()
                        .map(ItemPhase::light)
                        .filter(Objects::nonNull)
                        .toList()),
                rows.stream().mapToInt(ItemPhase::nodes).sum(),
                rows.stream().mapToInt(ItemPhase::nodesDone).sum(),
                rows.stream().mapToInt(ItemPhase::nodesLate).sum(),
                rows.stream().mapToInt(ItemPhase::openBlockers).sum(),
                rows);
    }

    private UnitId unit(String name, boolean street) {
        return org.unit(name)
                .filter(unit -> street
                        ? unit.kind() == UnitKind.STREET
                        : unit.kind() == UnitKind.DEPARTMENT || unit.kind() == UnitKind.TASK_FORCE)
                .map(Unit::id)
                .orElseThrow(() -> Refusal.notFound("没有名为“%s”的%s。".formatted(name, street ? "街道" : "科室")));
    }

    private static String key(String project, String phase) {
        return project + "\n" + phase;
    }
}
