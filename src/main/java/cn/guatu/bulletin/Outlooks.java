package cn.guatu.bulletin;

import cn.guatu.bulletin.rule.Forecast;
import cn.guatu.bulletin.rule.Simulation;
import cn.guatu.org.UnitId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.target.OfWhich;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forecasts of year ends from nodes, from the last months and from how nodes have slipped so far. */
@Component
class Outlooks {

    private static final int RECENT = 3;
    private static final int FEWEST_SLIPS = 10;

    private final ProjectService projects;

    Outlooks(ProjectService projects) {
        this.projects = projects;
    }

    /** What the forecasts of a year look at. */
    record Basis(
            LocalDate cutOff,
            List<NodeFigure> open,
            List<Integer> slips,
            Map<String, Map<UnitId, BigDecimal>> shares,
            Map<String, Set<String>> countedIn) {}

    /**
     * Reads what the forecasts look at.
     *
     * @param nodes all nodes of the year as of the cut-off
     */
    Basis basis(int year, LocalDate cutOff, List<NodeFigure> nodes, List<TargetFigure> targets) {
        Map<String, Map<UnitId, BigDecimal>> shares = new HashMap<>();
        projects.phases(year).forEach(phase -> {
            if (phase.nature() == PlanNature.PLANNED) {
                Map<UnitId, BigDecimal> of = new HashMap<>();
                for (Share share : phase.shares()) {
                    of.put(share.street(), share.share());
                }
                shares.put(phase.projectCode() + "\n" + phase.name(), of);
            }
        });
        List<NodeFigure> open = nodes.stream()
                .filter(node -> node.actual() == null && node.quantity() != null && node.targetCode() != null)
                .filter(node -> shares.containsKey(phase(node)))
                .toList();
        List<Integer> slips = nodes.stream()
                .filter(node -> node.actual() != null)
                .map(node -> (int) ChronoUnit.DAYS.between(node.planned(), Objects.requireNonNull(node.actual())))
                .toList();
        return new Basis(cutOff, open, slips, shares, countedIn(targets));
    }

    /** The share of a node's phase that lies in a street; 1 when no street is asked for. */
    BigDecimal share(Basis basis, NodeFigure node, @Nullable UnitId street) {
        return street == null
                ? BigDecimal.ONE
                : basis.shares().getOrDefault(phase(node), Map.of()).getOrDefault(street, BigDecimal.ZERO);
    }

    /**
     * The year end of a target, or of a unit's part of it.
     *
     * @param achieved so far; null: 未报
     * @param goal the target or the unit's part; null without one
     * @param added what each completed month has added, January first
     * @param which the nodes of the unit
     * @param street whose share of the quantities counts; null for all
     */
    Forecast of(
            Basis basis,
            TargetFigure target,
            @Nullable BigDecimal achieved,
            @Nullable BigDecimal goal,
            List<BigDecimal> added,
            Predicate<NodeFigure> which,
            @Nullable UnitId street) {
        if (achieved == null || target.kind() != TargetKind.FLOW) {
            return Forecast.NONE;
        }
        LocalDate end = LocalDate.of(basis.cutOff().getYear(), 12, 31);
        Set<String> codes = basis.countedIn().getOrDefault(target.code(), Set.of(target.code()));
        List<Simulation.OpenNode> open = new ArrayList<>();
        BigDecimal byNodes = achieved;
        for (NodeFigure node : basis.open()) {
            if (codes.contains(String.valueOf(node.targetCode())) && which.test(node)) {
                BigDecimal left = left(node).multiply(share(basis, node, street));
                LocalDate due = due(node);
                if (left.signum() > 0) {
                    open.add(new Simulation.OpenNode(left, due));
                    byNodes = due.isAfter(end) ? byNodes : byNodes.add(left);
                }
            }
        }
        int monthsLeft = 12 - added.size();
        long seed = basis.cutOff().toEpochDay() * 31 + target.code().hashCode();
        Simulation.Spread spread = null;
        String from = "";
        if (!open.isEmpty() && basis.slips().size() >= FEWEST_SLIPS) {
            spread = Simulation.bySlips(achieved, goal, open, basis.slips(), basis.cutOff(), seed);
            from = "未完成节点 " + open.size() + " 个，按已完成 " + basis.slips().size() + " 个节点的提前、推迟天数抽样 " + Simulation.RUNS
                    + " 次";
        } else if (added.size() >= RECENT) {
            spread = Simulation.byMonths(achieved, goal, added, monthsLeft, seed);
            from = "没有可抽样的节点，按前 " + added.size() + " 个月各月完成量抽样 " + Simulation.RUNS + " 次";
        }
        return new Forecast(
                open.isEmpty() ? null : byNodes,
                byPace(achieved, added),
                spread == null ? null : spread.low(),
                spread == null ? null : spread.middle(),
                spread == null ? null : spread.high(),
                spread == null ? null : spread.chance(),
                from);
    }

    private static @Nullable BigDecimal byPace(BigDecimal achieved, List<BigDecimal> added) {
        if (added.isEmpty()) {
            return null;
        }
        List<BigDecimal> recent = added.subList(Math.max(0, added.size() - RECENT), added.size());
        BigDecimal sum = recent.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return achieved.add(sum.multiply(BigDecimal.valueOf(12L - added.size()))
                .divide(BigDecimal.valueOf(recent.size()), 6, RoundingMode.HALF_UP));
    }

    private static BigDecimal left(NodeFigure node) {
        BigDecimal planned = Objects.requireNonNull(node.quantity());
        return node.recognised() == null
                ? planned
                : planned.subtract(node.recognised()).max(BigDecimal.ZERO);
    }

    private static LocalDate due(NodeFigure node) {
        return node.forecast() == null ? node.planned() : node.forecast();
    }

    private static String phase(NodeFigure node) {
        return node.project() + "\n" + node.phase();
    }

    /** Codes whose nodes count for a target: its own, and those of its PARTITION parts. */
    private static Map<String, Set<String>> countedIn(List<TargetFigure> targets) {
        Map<String, Set<String>> counted = new HashMap<>();
        for (TargetFigure target : targets) {
            counted.put(target.code(), new HashSet<>(Set.of(target.code())));
        }
        for (TargetFigure target : targets.reversed()) {
            if (target.ofWhich() == OfWhich.PARTITION && target.parentCode() != null) {
                Set<String> parent = counted.get(target.parentCode());
                if (parent != null) {
                    parent.addAll(Objects.requireNonNull(counted.get(target.code())));
                }
            }
        }
        return counted;
    }
}
