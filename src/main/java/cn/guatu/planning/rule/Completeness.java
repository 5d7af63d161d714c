package cn.guatu.planning.rule;

import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetVersion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the year is broken down, and what is still open.
 *
 * <p>分解完成度 of a target is the share of its value that stands on settled nodes: nodes of 计划内 phases that have a decided date, a
 * quantity, and somebody who works here to answer for them; at most 100 %. A target that does not add up quantities (时点, 比率, 里程碑)
 * counts as broken down once it has a settled node. The figure of the year is the mean over the targets by 权重 (1 when not given); a
 * target that is made up of parts (其中 全部) is left to its parts, one without a value counts as 0.
 *
 * @param rate a fraction; null when there are no targets
 * @param open what is missing, by kind and in the order of the desk
 */
public record Completeness(@Nullable BigDecimal rate, List<OpenItem> open) {

    private static final int DIGITS = 6;

    /** The list is copied. */
    public Completeness {
        open = List.copyOf(open);
    }

    /**
     * Judges a plan.
     *
     * @param mostAtOnce how many open nodes one person may answer for before it is called too much
     */
    public static Completeness of(Breakdown plan, int mostAtOnce) {
        return new Judge(plan).judged(mostAtOnce);
    }

    private static final class Judge {

        private final Breakdown plan;
        private final Map<PhaseId, Phase> phases = new HashMap<>();
        private final Map<TargetId, List<Node>> serving = new HashMap<>();
        private final Map<PersonId, Person> people;
        private final List<OpenItem> open = new ArrayList<>();

        Judge(Breakdown plan) {
            this.plan = plan;
            plan.phases().forEach(phase -> phases.put(phase.id(), phase));
            for (Node node : plan.nodes()) {
                Phase phase = phases.get(node.phase());
                if (node.target() != null && phase != null && phase.nature() == PlanNature.PLANNED) {
                    serving.computeIfAbsent(node.target(), id -> new ArrayList<>())
                            .add(node);
                }
            }
            people = plan.people().stream().collect(Collectors.toMap(Person::id, each -> each));
        }

        Completeness judged(int mostAtOnce) {
            Set<TargetId> wholes = plan.targets().stream()
                    .filter(each -> each.ofWhich() == OfWhich.PARTITION && each.parent() != null)
                    .map(each -> Objects.requireNonNull(each.parent()))
                    .collect(Collectors.toSet());
            BigDecimal weights = BigDecimal.ZERO;
            BigDecimal sum = BigDecimal.ZERO;
            for (Target target : plan.targets()) {
                if (!wholes.contains(target.id())) {
                    BigDecimal weight = target.weight() == null ? BigDecimal.ONE : target.weight();
                    weights = weights.add(weight);
                    sum = sum.add(weight.multiply(settled(target)));
                    missing(target);
                }
            }
            plan.phases().stream()
                    .filter(phase -> phase.nature() == PlanNature.PLANNED)
                    .forEach(this::missing);
            tooMuch(mostAtOnce);
            open.sort(Comparator.comparing(OpenItem::kind));
            BigDecimal rate = weights.signum() == 0 ? null : sum.divide(weights, DIGITS, RoundingMode.HALF_UP);
            return new Completeness(rate, open);
        }

        private BigDecimal settled(Target target) {
            List<Node> settled = serving.getOrDefault(target.id(), List.of()).stream()
                    .filter(this::isSettled)
                    .toList();
            if (target.kind() != TargetKind.FLOW) {
                return settled.isEmpty() ? BigDecimal.ZERO : BigDecimal.ONE;
            }
            TargetVersion version = plan.values().get(target.id());
            if (version == null || version.value() == null || version.value().signum() == 0) {
                return BigDecimal.ZERO;
            }
            BigDecimal sum = settled.stream()
                    .map(Node::quantity)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.divide(version.value(), DIGITS, RoundingMode.HALF_UP).min(BigDecimal.ONE);
        }

        private boolean isSettled(Node node) {
            Phase phase = Objects.requireNonNull(phases.get(node.phase()));
            String owner = node.owner() == null ? phase.owner() : node.owner();
            PersonId person = node.owner() == null ? phase.ownerId() : node.ownerId();
            return !plan.undated().contains(node.id())
                    && node.quantity() != null
                    && !Breakdown.isNobody(owner)
                    && !hasLeft(person);
        }

        private void missing(Target target) {
            String key = DeskRow.key(target.id());
            TargetVersion version = plan.values().get(target.id());
            List<Node> nodes = serving.getOrDefault(target.id(), List.of());
            if (version == null || version.value() == null) {
                open.add(new OpenItem(OpenItem.Kind.NO_VALUE, key, target.name(), "没有年度目标值"));
            }
            if (nodes.isEmpty()) {
                open.add(new OpenItem(OpenItem.Kind.NO_PROJECT, key, target.name(), "没有项目"));
            } else if (target.kind() == TargetKind.FLOW && version != null && version.value() != null) {
                BigDecimal gap = version.value().subtract(Balance.planned(plan, phases, target));
                if (gap.signum() > 0) {
                    open.add(new OpenItem(
                            OpenItem.Kind.GAP,
                            key,
                            target.name(),
                            "缺口 " + Written.quantity(gap, target.unit(), false) + " " + target.unit()));
                }
            }
        }

        private void missing(Phase phase) {
            List<Node> nodes = plan.nodesOf(phase.id());
            Node counted = nodes.stream()
                    .filter(each -> each.target() != null)
                    .findFirst()
                    .orElse(null);
            String key = DeskRow.key(phase.id(), counted == null ? null : counted.target());
            String what = phase.projectName() + (phase.name().equals(DeskRows.ONLY_PHASE) ? "" : " " + phase.name());
            if (Breakdown.isNobody(phase.owner())) {
                open.add(new OpenItem(OpenItem.Kind.NO_OWNER, key, what, "没有责任人"));
            } else if (hasLeft(phase.ownerId())) {
                open.add(new OpenItem(OpenItem.Kind.OWNER_LEFT, key, what, phase.owner() + " 已离岗"));
            }
            if (nodes.isEmpty()) {
                open.add(new OpenItem(OpenItem.Kind.NO_NODE, key, what, "没有节点"));
            }
            for (Node node : nodes) {
                String of = what + " · " + node.name();
                if (plan.undated().contains(node.id())) {
                    open.add(new OpenItem(
                            OpenItem.Kind.NO_DATE, DeskRow.key(node.id()), of, "没有定日期，暂按 " + node.planned()));
                }
                if (node.target() != null && node.quantity() == null) {
                    open.add(new OpenItem(OpenItem.Kind.NO_QUANTITY, DeskRow.key(node.id()), of, "计入指标，没有数量"));
                }
                if (node.owner() != null && hasLeft(node.ownerId())) {
                    open.add(new OpenItem(OpenItem.Kind.OWNER_LEFT, DeskRow.key(node.id()), of, node.owner() + " 已离岗"));
                }
            }
        }

        private void tooMuch(int mostAtOnce) {
            Map<PersonId, List<Node>> load = new LinkedHashMap<>();
            for (Node node : plan.nodes()) {
                Phase phase = phases.get(node.phase());
                PersonId person = node.owner() != null || phase == null ? node.ownerId() : phase.ownerId();
                if (person != null && node.actual() == null) {
                    load.computeIfAbsent(person, id -> new ArrayList<>()).add(node);
                }
            }
            load.forEach((person, nodes) -> {
                Person who = people.get(person);
                if (who != null && nodes.size() > mostAtOnce) {
                    open.add(new OpenItem(
                            OpenItem.Kind.TOO_MUCH,
                            DeskRow.key(nodes.getFirst().id()),
                            who.name(),
                            "同时负责 " + nodes.size() + " 个未完成节点，超过 " + mostAtOnce + " 个"));
                }
            });
        }

        private boolean hasLeft(@Nullable PersonId person) {
            Person who = person == null ? null : people.get(person);
            return who != null && !who.active();
        }
    }
}
