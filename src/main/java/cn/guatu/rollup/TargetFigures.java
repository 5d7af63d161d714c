package cn.guatu.rollup;

import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.rollup.rule.Expectation;
import cn.guatu.rollup.rule.Figure;
import cn.guatu.rollup.rule.Figures;
import cn.guatu.rollup.rule.Outlook;
import cn.guatu.rollup.rule.Scope;
import cn.guatu.rollup.rule.View;
import cn.guatu.rollup.rule.YearFacts;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The table of targets: the figures of the whole of what a caller sees. */
final class TargetFigures {

    private final YearFacts facts;
    private final Figures figures;
    private final LocalDate cutOff;
    private final View view;

    private TargetFigures(YearFacts facts, Figures figures, LocalDate cutOff, View view) {
        this.facts = facts;
        this.figures = figures;
        this.cutOff = cutOff;
        this.view = view;
    }

    static List<TargetFigure> of(YearFacts facts, Figures figures, LocalDate cutOff, View view) {
        return new TargetFigures(facts, figures, cutOff, view).rows();
    }

    private List<TargetFigure> rows() {
        Map<TargetId, Figure> all = new HashMap<>();
        facts.targets().forEach(target -> all.put(target.id(), figures.figure(target, Scope.DISTRICT)));
        Set<TargetId> seen = seen(all);
        List<TargetFigure> rows = new ArrayList<>();
        for (YearFacts.Target target : facts.targets()) {
            Figure figure = all.get(target.id());
            if (figure != null && seen.contains(target.id())) {
                rows.add(row(target, figure));
            }
        }
        return rows;
    }

    /** A slice is not bothered with targets that it has nothing to do with; a part never stands without its parent. */
    private Set<TargetId> seen(Map<TargetId, Figure> all) {
        Set<TargetId> seen = new HashSet<>();
        for (YearFacts.Target target : facts.targets()) {
            Figure figure = all.get(target.id());
            if (view.everything()
                    || view.departments().contains(target.lead())
                    || (figure != null && figure.listed())) {
                for (YearFacts.Target at = target;
                        at != null;
                        at = figures.tree().parentOf(at)) {
                    seen.add(at.id());
                }
            }
        }
        return seen;
    }

    private TargetFigure row(YearFacts.Target target, Figure figure) {
        YearFacts.Version version = figure.version();
        YearFacts.Target parent = figures.tree().parentOf(target);
        YearFacts.Unit lead = facts.units().get(target.lead());
        Parts parts = parts(target, figure);
        Outlook outlook = Outlook.of(target, figure, Expectation.completedMonths(facts.year(), cutOff));
        return new TargetFigure(
                target.code(),
                target.name(),
                target.unit(),
                target.kind(),
                target.direction(),
                target.pace(),
                parent == null ? null : parent.code(),
                target.ofWhich(),
                figures.tree().level(target),
                target.sortOrder(),
                figure.target(),
                version == null ? null : version.status(),
                version != null && version.approx(),
                version == null ? null : version.docNo(),
                version == null ? null : version.effectiveFrom(),
                figure.basis(),
                target.baseValue(),
                figure.achieved(),
                figure.unattributed(),
                figure.rate(),
                figure.expected(),
                figure.planned(),
                figures.linear(),
                figure.deviation(),
                figure.light(),
                figure.reason(),
                figure.missing(),
                figure.plannedOnNodes(),
                figure.target() == null ? null : figure.target().subtract(parts.sum()),
                Outlook.fraction(parts.sum(), figure.target()),
                parts.of(),
                outlook.requiredPerMonth(),
                outlook.lastThreeMonths(),
                outlook.forecast(),
                lead == null ? "" : lead.name(),
                target.leader(),
                target.weight(),
                target.source(),
                target.definition());
    }

    private record Parts(BigDecimal sum, @Nullable String of) {}

    /**
     * What a target is split into (semantics §5): by street where it is split by street, else by department, else into its PARTITION
     * parts, else what the nodes plan.
     */
    private Parts parts(YearFacts.Target target, Figure figure) {
        if (view.everything()) {
            Map<UnitId, BigDecimal> allocations = facts.allocations().getOrDefault(target.id(), Map.of());
            BigDecimal streets = sum(allocations, kind -> kind == UnitKind.STREET);
            if (streets != null) {
                return new Parts(streets, "街道分解");
            }
            BigDecimal departments = sum(allocations, kind -> kind != UnitKind.STREET);
            if (departments != null) {
                return new Parts(departments, "科室分解");
            }
            BigDecimal subTargets = null;
            for (YearFacts.Target part : figures.tree().partsOf(target)) {
                YearFacts.Version version = figures.versionOf(part);
                if (version != null && version.value() != null) {
                    subTargets = subTargets == null ? version.value() : subTargets.add(version.value());
                }
            }
            if (subTargets != null) {
                return new Parts(subTargets, "子指标");
            }
        }
        return figure.plannedOnNodes() == null
                ? new Parts(BigDecimal.ZERO, null)
                : new Parts(figure.plannedOnNodes(), "节点计划");
    }

    private @Nullable BigDecimal sum(Map<UnitId, BigDecimal> allocations, Predicate<UnitKind> kinds) {
        BigDecimal sum = null;
        for (Map.Entry<UnitId, BigDecimal> each : allocations.entrySet()) {
            YearFacts.Unit unit = facts.units().get(each.getKey());
            if (unit != null && kinds.test(unit.kind())) {
                sum = sum == null ? each.getValue() : sum.add(each.getValue());
            }
        }
        return sum;
    }
}
