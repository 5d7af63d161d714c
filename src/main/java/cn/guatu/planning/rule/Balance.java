package cn.guatu.planning.rule;

import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.Share;
import cn.guatu.target.Allocation;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetVersion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the parts of a target add up to it (semantics §5, §6, §9): 横 by street, 纵 by department, and its 其中. Only 计划内 phases are
 * planned for (§5a); shares are those in force today.
 *
 * @param target the one that is looked at
 * @param value 年度目标 at the end of the year; null: none
 * @param provisional whether it is only 预计
 * @param planned Σ quantities on nodes
 * @param allocatedToStreets Σ 街道分解; null when nothing is
 * @param allocatedToDepartments Σ 科室分解; null when nothing is
 * @param parts Σ of the PARTITION parts; null when there are none
 * @param streets every street with an allocation or a planned quantity
 * @param departments every department with one
 * @param ofWhich the sub-targets
 */
public record Balance(
        Target target,
        @Nullable BigDecimal value,
        boolean provisional,
        BigDecimal planned,
        @Nullable BigDecimal allocatedToStreets,
        @Nullable BigDecimal allocatedToDepartments,
        @Nullable BigDecimal parts,
        List<Line> streets,
        List<Line> departments,
        List<Part> ofWhich) {

    private static final int DIGITS = 6;

    /**
     * A unit's part.
     *
     * @param name of the unit
     * @param allocated 分解值; null when nothing is allocated to it
     * @param planned Σ quantities on nodes, shares applied
     */
    public record Line(String name, @Nullable BigDecimal allocated, BigDecimal planned) {

        /** What the projects lack for the allocation; negative: 富余; null without an allocation. */
        public @Nullable BigDecimal gap() {
            return allocated == null ? null : allocated.subtract(planned);
        }
    }

    /**
     * A sub-target.
     *
     * @param partition whether the parts must make up the whole; else it is a SUBSET and never added
     * @param value its 年度目标; null: none
     * @param planned Σ quantities on its nodes
     */
    public record Part(
            String name, boolean partition, @Nullable BigDecimal value, BigDecimal planned) {}

    /** 缺口: target − Σ of the parts on nodes; negative is 富余; null without a target. */
    public @Nullable BigDecimal gap() {
        return value == null ? null : value.subtract(planned);
    }

    /** Σ of the parts / target, a fraction; null without a target or with target 0. */
    public @Nullable BigDecimal buffer() {
        return value == null || value.signum() == 0 ? null : planned.divide(value, DIGITS, RoundingMode.HALF_UP);
    }

    /** The balance of a target. */
    public static Balance of(Breakdown plan, Target target) {
        Map<PhaseId, Phase> phases = new HashMap<>();
        plan.phases().forEach(phase -> phases.put(phase.id(), phase));
        Map<UnitId, BigDecimal> byUnit = new LinkedHashMap<>();
        Set<TargetId> counted = countedIn(plan, target.id());
        for (Node node : plan.nodes()) {
            Phase phase = phases.get(node.phase());
            if (phase != null && counts(node, phase, counted)) {
                BigDecimal quantity = node.quantity() == null ? BigDecimal.ZERO : node.quantity();
                byUnit.merge(phase.lead(), quantity, BigDecimal::add);
                split(quantity, phase.shares()).forEach((street, part) -> byUnit.merge(street, part, BigDecimal::add));
            }
        }
        Map<UnitId, BigDecimal> allocated = new HashMap<>();
        for (Allocation part : plan.allocations()) {
            if (part.target().equals(target.id())) {
                allocated.put(part.unit(), part.value());
            }
        }
        List<Line> streets = new ArrayList<>();
        List<Line> departments = new ArrayList<>();
        for (Unit unit : plan.units()) {
            if (byUnit.containsKey(unit.id()) || allocated.containsKey(unit.id())) {
                Line line = new Line(
                        unit.name(), allocated.get(unit.id()), byUnit.getOrDefault(unit.id(), BigDecimal.ZERO));
                (unit.kind() == UnitKind.STREET ? streets : departments).add(line);
            }
        }
        TargetVersion version = plan.values().get(target.id());
        return new Balance(
                target,
                version == null ? null : version.value(),
                plan.onlyProvisional().contains(target.id()),
                planned(plan, phases, target),
                sum(streets),
                sum(departments),
                parts(plan, target),
                streets,
                departments,
                ofWhich(plan, phases, target));
    }

    /** Σ quantities on nodes of 计划内 phases, those of its PARTITION parts among them. */
    static BigDecimal planned(Breakdown plan, Map<PhaseId, Phase> phases, Target target) {
        BigDecimal sum = BigDecimal.ZERO;
        Set<TargetId> counted = countedIn(plan, target.id());
        for (Node node : plan.nodes()) {
            Phase phase = phases.get(node.phase());
            if (phase != null && counts(node, phase, counted) && node.quantity() != null) {
                sum = sum.add(node.quantity());
            }
        }
        return sum;
    }

    /** A target and, all the way down, the parts that make it up (semantics §6). */
    private static Set<TargetId> countedIn(Breakdown plan, TargetId target) {
        Set<TargetId> counted = new HashSet<>(Set.of(target));
        for (Target part : plan.targets()) {
            if (target.equals(part.parent()) && part.ofWhich() == OfWhich.PARTITION) {
                counted.addAll(countedIn(plan, part.id()));
            }
        }
        return counted;
    }

    private static boolean counts(Node node, Phase phase, Set<TargetId> targets) {
        return node.target() != null && targets.contains(node.target()) && phase.nature() == PlanNature.PLANNED;
    }

    /** What rounding leaves goes to the first street, so that streets add up (semantics §9). */
    private static Map<UnitId, BigDecimal> split(BigDecimal quantity, List<Share> shares) {
        Map<UnitId, BigDecimal> parts = new LinkedHashMap<>();
        BigDecimal left = quantity;
        for (Share share : shares.stream().skip(1).toList()) {
            BigDecimal part = quantity.multiply(share.share()).setScale(DIGITS, RoundingMode.HALF_UP);
            parts.put(share.street(), part);
            left = left.subtract(part);
        }
        if (!shares.isEmpty()) {
            parts.put(shares.getFirst().street(), left);
        }
        return parts;
    }

    private static @Nullable BigDecimal sum(List<Line> lines) {
        BigDecimal sum = null;
        for (Line line : lines) {
            if (line.allocated() != null) {
                sum = sum == null ? line.allocated() : sum.add(line.allocated());
            }
        }
        return sum;
    }

    private static @Nullable BigDecimal parts(Breakdown plan, Target target) {
        BigDecimal sum = null;
        for (Target part : plan.targets()) {
            TargetVersion version = plan.values().get(part.id());
            if (target.id().equals(part.parent()) && part.ofWhich() == OfWhich.PARTITION) {
                BigDecimal value = version == null || version.value() == null ? BigDecimal.ZERO : version.value();
                sum = sum == null ? value : sum.add(value);
            }
        }
        return sum;
    }

    private static List<Part> ofWhich(Breakdown plan, Map<PhaseId, Phase> phases, Target target) {
        List<Part> parts = new ArrayList<>();
        for (Target part : plan.targets()) {
            if (target.id().equals(part.parent())) {
                TargetVersion version = plan.values().get(part.id());
                parts.add(new Part(
                        part.name(),
                        part.ofWhich() == OfWhich.PARTITION,
                        version == null ? null : version.value(),
                        planned(plan, phases, part)));
            }
        }
        return parts;
    }
}
