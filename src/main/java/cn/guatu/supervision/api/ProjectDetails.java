package cn.guatu.supervision.api;

import static cn.guatu.platform.api.ApiNumbers.amount;
import static cn.guatu.platform.api.ApiNumbers.fraction;

import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.Recognition;
import cn.guatu.project.Assisting;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.AccessScope;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerService;
import cn.guatu.supervision.api.ProjectRows.BlockerRow;
import cn.guatu.supervision.api.ProjectRows.Detail;
import cn.guatu.supervision.api.ProjectRows.DetailPhase;
import cn.guatu.supervision.api.ProjectRows.NodeRow;
import cn.guatu.supervision.api.ProjectRows.RecognitionRow;
import cn.guatu.supervision.api.ProjectRows.Responsibility;
import cn.guatu.supervision.api.ProjectRows.StreetShare;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts one project together with everything that hangs on its phases. */
@Component
class ProjectDetails {

    private final ProjectService projects;
    private final OrgService org;
    private final TargetService targets;
    private final LedgerService ledger;
    private final RollupService rollup;
    private final BlockerService blockers;
    private final BusinessClock clock;

    ProjectDetails(
            ProjectService projects,
            OrgService org,
            TargetService targets,
            LedgerService ledger,
            RollupService rollup,
            BlockerService blockers,
            BusinessClock clock) {
        this.projects = projects;
        this.org = org;
        this.targets = targets;
        this.ledger = ledger;
        this.rollup = rollup;
        this.blockers = blockers;
        this.clock = clock;
    }

    /** What is looked up by id while the rows are made. */
    private record Names(Map<UnitId, Unit> units, Map<TargetId, Target> targets, Map<NodeId, String> nodes) {

        @Nullable
        String target(@Nullable TargetId id) {
            Target found = id == null ? null : targets.get(id);
            return found == null ? null : found.code();
        }

        @Nullable
        String node(@Nullable NodeId id) {
            return id == null ? null : nodes.get(id);
        }
    }

    /**
     * The project as the scope sees it: the phases of the year, or of all years, oldest year first.
     *
     * @throws Refusal NOT_FOUND when there is none
     */
    Detail of(String code, @Nullable Integer year, AccessScope scope) {
        List<Phase> phases = projects.phasesOf(code).stream()
                .filter(phase -> year == null || phase.year() == year)
                .filter(phase -> phase.isSeenBy(scope))
                .sorted(Comparator.comparingInt(Phase::year)
                        .thenComparingInt(Phase::sortOrder)
                        .thenComparing(phase -> phase.id().value()))
                .toList();
        if (phases.isEmpty()) {
            throw Refusal.notFound("没有编码为“%s”的项目。".formatted(code));
        }
        Map<NodeId, Node> nodes = new HashMap<>();
        Map<NodeId, NodeFigure> figures = new HashMap<>();
        Map<TargetId, Target> targetsById = new HashMap<>();
        for (int each : phases.stream().map(Phase::year).distinct().toList()) {
            projects.nodes(each).forEach(node -> nodes.put(node.id(), node));
            rollup.nodes(each, NodeState.ALL, AsOf.of(clock.today()), scope)
                    .forEach(figure -> figures.put(figure.id(), figure));
            targets.targets(each).forEach(target -> targetsById.put(target.id(), target));
        }
        Names names = new Names(
                org.units().stream().collect(Collectors.toMap(Unit::id, Function.identity())),
                targetsById,
                nodes.values().stream().collect(Collectors.toMap(Node::id, Node::name)));
        List<DetailPhase> rows = phases.stream()
                .map(phase -> detail(phase, nodes.values(), figures, names))
                .toList();
        return new Detail(
                phases.getLast().projectCode(),
                phases.getLast().projectName(),
                rows,
                all(rows, DetailPhase::nodes),
                all(rows, DetailPhase::responsibilities),
                all(rows, DetailPhase::recognitions),
                all(rows, DetailPhase::blockers));
    }

    private DetailPhase detail(Phase phase, Collection<Node> nodes, Map<NodeId, NodeFigure> figures, Names names) {
        List<NodeRow> nodeRows = nodes.stream()
                .filter(node -> node.phase().equals(phase.id()))
                .sorted(Comparator.comparingInt(Node::sortOrder)
                        .thenComparing(node -> node.id().value()))
                .filter(node -> figures.containsKey(node.id()))
                .map(node -> node(phase, node, Objects.requireNonNull(figures.get(node.id())), names))
                .toList();
        return new DetailPhase(
                phase.year(),
                phase.name(),
                phase.projectName(),
                phase.category(),
                phase.nature(),
                ProjectPages.name(phase.lead(), names.units()),
                phase.leader(),
                phase.owner(),
                phase.assisting().stream().map(Assisting::name).toList(),
                ProjectPages.streets(phase, names.units()),
                phase.implementer(),
                phase.remark(),
                ProjectPages.worst(nodeRows.stream().map(NodeRow::light).toList()),
                nodeRows,
                responsibilities(phase, names),
                ledger.rowsOf(phase.id()).stream()
                        .map(row -> recognition(phase, row, names))
                        .toList(),
                blockers.of(phase.id()).stream()
                        .map(blocker -> blocker(phase, blocker, names))
                        .toList());
    }

    private static NodeRow node(Phase phase, Node node, NodeFigure figure, Names names) {
        return new NodeRow(
                phase.year(),
                phase.name(),
                node.name(),
                node.planned(),
                node.forecast(),
                figure.actual(),
                figure.owner(),
                amount(node.weight()),
                node.durationDays(),
                names.target(node.target()),
                amount(node.quantity()),
                amount(figure.recognised()),
                node.basis(),
                node.predecessors().stream()
                        .map(names::node)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList(),
                figure.light(),
                figure.lightReason(),
                figure.daysLate());
    }

    private static List<Responsibility> responsibilities(Phase phase, Names names) {
        List<Responsibility> all = new ArrayList<>();
        if (phase.leader() != null) {
            all.add(new Responsibility(phase.year(), phase.name(), "责任领导", phase.leader(), null));
        }
        String lead = ProjectPages.name(phase.lead(), names.units());
        all.add(new Responsibility(phase.year(), phase.name(), "牵头科室", lead, null));
        all.add(new Responsibility(phase.year(), phase.name(), "责任人", phase.owner(), null));
        phase.assisting()
                .forEach(each -> all.add(new Responsibility(phase.year(), phase.name(), "配合单位", each.name(), null)));
        for (StreetShare each : ProjectPages.streets(phase, names.units())) {
            all.add(new Responsibility(phase.year(), phase.name(), "街道", each.street(), fraction(each.share())));
        }
        return all;
    }

    private static RecognitionRow recognition(Phase phase, Recognition row, Names names) {
        return new RecognitionRow(
                row.id().value(),
                phase.year(),
                phase.name(),
                Objects.requireNonNull(names.target(row.target()), "target and phase are of one year"),
                names.node(row.node()),
                row.batch(),
                row.occurredOn(),
                row.recordedAt(),
                row.recordedBy(),
                amount(row.quantity()),
                amount(row.denominator()),
                row.evidence(),
                row.reason(),
                row.reverses() == null ? null : row.reverses().value(),
                row.reversedBy() == null ? null : row.reversedBy().value());
    }

    private static BlockerRow blocker(Phase phase, Blocker blocker, Names names) {
        return new BlockerRow(
                phase.year(),
                phase.name(),
                blocker.problem(),
                blocker.cause(),
                blocker.responsible(),
                blocker.raisedOn(),
                blocker.due(),
                names.target(blocker.target()),
                amount(blocker.quantity()),
                blocker.status());
    }

    private static <T> List<T> all(List<DetailPhase> phases, Function<DetailPhase, List<T>> rows) {
        return phases.stream().map(rows).flatMap(List::stream).toList();
    }
}
