package cn.guatu.planning.rule;

import cn.guatu.org.Person;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.Unit;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.target.Allocation;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan year as it is being broken down: all that the desk shows and judges, as it was read at once.
 *
 * @param year the plan year
 * @param state 编制, 执行 or 归档
 * @param targets in their order
 * @param values the version in force on the last day of the year, so that changes to come are planned for; absent without one
 * @param onlyProvisional targets all of whose values are 预计, those without a value among them
 * @param phases that the reader sees, in their order
 * @param nodes of these phases, in their order
 * @param undated nodes that stand on an assumed day
 * @param allocations 目标分解
 * @param units all of them, in their order
 * @param people everybody, those who have left among them
 * @param takenCodes codes of all projects of all years, as keys: a new project must not become an old one by accident
 */
public record Breakdown(
        int year,
        PlanYearState state,
        List<Target> targets,
        Map<TargetId, TargetVersion> values,
        Set<TargetId> onlyProvisional,
        List<Phase> phases,
        List<Node> nodes,
        Set<NodeId> undated,
        List<Allocation> allocations,
        List<Unit> units,
        List<Person> people,
        Set<String> takenCodes) {

    /** What a responsible person is called while nobody is: a valid name in the workbook, and an open item here. */
    public static final String NOBODY = "待定";

    /** Collections are copied. */
    public Breakdown {
        targets = List.copyOf(targets);
        values = Map.copyOf(values);
        onlyProvisional = Set.copyOf(onlyProvisional);
        phases = List.copyOf(phases);
        nodes = List.copyOf(nodes);
        undated = Set.copyOf(undated);
        allocations = List.copyOf(allocations);
        units = List.copyOf(units);
        people = List.copyOf(people);
        takenCodes = Set.copyOf(takenCodes);
    }

    /** The day on which a node without a decided date is assumed to be due. */
    public static LocalDate assumedDay(int year) {
        return LocalDate.of(year, 12, 31);
    }

    /** The target with this id. */
    public Optional<Target> target(TargetId id) {
        return targets.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The phase with this id. */
    public Optional<Phase> phase(PhaseId id) {
        return phases.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The node with this id. */
    public Optional<Node> node(NodeId id) {
        return nodes.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The nodes of a phase, in their order. */
    public List<Node> nodesOf(PhaseId phase) {
        return nodes.stream().filter(each -> each.phase().equals(phase)).toList();
    }

    /** Whether figures are kept in the unit of the target: its value, its parts, quantities on nodes. */
    public boolean isMeasured(Target target) {
        TargetVersion value = values.get(target.id());
        return value != null && value.value() != null
                || allocations.stream().anyMatch(part -> part.target().equals(target.id()))
                || nodes.stream().anyMatch(node -> target.id().equals(node.target()) && node.quantity() != null);
    }

    /** Whether nobody has been made responsible for the phase yet. */
    public static boolean isNobody(@Nullable String owner) {
        return owner == null || owner.isBlank() || owner.strip().equals(NOBODY);
    }
}
