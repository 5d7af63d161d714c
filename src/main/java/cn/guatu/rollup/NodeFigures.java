package cn.guatu.rollup;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.NodeId;
import cn.guatu.project.schedule.CyclicSchedule;
import cn.guatu.project.schedule.NodeTimes;
import cn.guatu.project.schedule.Schedule;
import cn.guatu.project.schedule.Task;
import cn.guatu.project.schedule.Terms;
import cn.guatu.rollup.rule.NodeLight;
import cn.guatu.rollup.rule.YearFacts;
import cn.guatu.security.AccessScope;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of nodes with lights and schedule. */
final class NodeFigures {

    private final YearFacts facts;
    private final LocalDate cutOff;
    private final WorkCalendar calendar;
    private final Map<NodeId, NodeTimes> times;
    private final Map<NodeId, BigDecimal> recognised;
    private final Map<TargetId, String> codes = new HashMap<>();

    NodeFigures(
            YearFacts facts,
            LocalDate cutOff,
            WorkCalendar calendar,
            Map<NodeId, Set<NodeId>> predecessors,
            Map<NodeId, Terms> terms,
            Map<NodeId, BigDecimal> recognised) {
        this.facts = facts;
        this.cutOff = cutOff;
        this.calendar = calendar;
        this.times = schedule(predecessors, terms);
        this.recognised = recognised;
        facts.targets().forEach(target -> codes.put(target.id(), target.code()));
    }

    List<NodeFigure> of(NodeState state, AccessScope scope) {
        return facts.nodes().stream()
                .filter(node -> sees(scope, node.phase()))
                .filter(node -> isAskedFor(node, state))
                .sorted(Comparator.comparing(YearFacts.Node::planned)
                        .thenComparing(node -> node.phase().projectCode())
                        .thenComparing(node -> node.phase().name())
                        .thenComparing(YearFacts.Node::sortOrder)
                        .thenComparing(node -> node.id().value()))
                .map(this::figure)
                .toList();
    }

    private boolean sees(AccessScope scope, YearFacts.Phase phase) {
        return scope.seesPhase(phase.lead(), phase.assisting(), phase.everyStreet());
    }

    private boolean isAskedFor(YearFacts.Node node, NodeState state) {
        return switch (state) {
            case ALL -> true;
            case OPEN -> node.actualBy(cutOff) == null;
            case DONE -> node.actualBy(cutOff) != null;
            case DUE -> NodeLight.of(node, cutOff, calendar).light() == Light.DUE_SOON;
            case LATE ->
                node.actualBy(cutOff) == null
                        && NodeLight.of(node, cutOff, calendar).daysLate() > 0;
        };
    }

    private NodeFigure figure(YearFacts.Node node) {
        YearFacts.Phase phase = node.phase();
        NodeLight light = NodeLight.of(node, cutOff, calendar);
        NodeTimes when = times.get(node.id());
        return new NodeFigure(
                node.id(),
                phase.projectCode(),
                phase.projectName(),
                phase.name(),
                node.name(),
                node.planned(),
                node.forecast(),
                node.actualBy(cutOff),
                ownerOf(node),
                Objects.requireNonNullElse(RollupRows.name(facts, phase.lead()), ""),
                RollupRows.streets(facts, phase, cutOff),
                light.light(),
                light.reason(),
                light.daysLate(),
                when == null ? null : when.earliestStart(),
                when == null ? null : when.latestStart(),
                when == null ? null : when.totalFloat(),
                when != null && when.critical(),
                node.target() == null ? null : codes.get(node.target()),
                node.quantity(),
                recognised.get(node.id()));
    }

    /** Who answers for a node: its own 责任人, else the phase's. */
    static String ownerOf(YearFacts.Node node) {
        @Nullable String owner = node.owner();
        return owner == null || owner.isBlank() ? node.phase().owner() : owner;
    }

    /** A cycle cannot be written; should one be there all the same, the lights are still shown, without a schedule. */
    private Map<NodeId, NodeTimes> schedule(Map<NodeId, Set<NodeId>> predecessors, Map<NodeId, Terms> terms) {
        LocalDate firstDay = LocalDate.of(facts.year(), 1, 1);
        List<Task> tasks = facts.nodes().stream()
                .map(node -> new Task(
                        node.id(),
                        node.name(),
                        node.phase().id(),
                        node.phase().startsOn() == null
                                ? firstDay
                                : node.phase().startsOn(),
                        node.duration() == null ? 0 : node.duration(),
                        node.planned(),
                        predecessors.getOrDefault(node.id(), Set.of()),
                        terms.getOrDefault(node.id(), Terms.FREE)))
                .toList();
        try {
            return Schedule.of(tasks, calendar).times();
        } catch (CyclicSchedule cycle) {
            return Map.of();
        }
    }
}
