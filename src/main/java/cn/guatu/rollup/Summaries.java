package cn.guatu.rollup;

import cn.guatu.org.UnitKind;
import cn.guatu.rollup.rule.Figure;
import cn.guatu.rollup.rule.Figures;
import cn.guatu.rollup.rule.Overall;
import cn.guatu.rollup.rule.Scope;
import cn.guatu.rollup.rule.View;
import cn.guatu.rollup.rule.YearFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 综合完成率 of the year or of each unit (semantics §5b). */
final class Summaries {

    private Summaries() {}

    static List<UnitSummary> of(YearFacts facts, Figures figures, @Nullable By by, View view) {
        if (by == null) {
            return List.of(summary(null, overall(facts, figures, Scope.DISTRICT)));
        }
        List<UnitSummary> summaries = new ArrayList<>();
        for (YearFacts.Unit unit : facts.units().values()) {
            boolean asked = by == By.STREET ? unit.kind() == UnitKind.STREET : RollupRows.leads(unit.kind());
            if (!asked) {
                continue;
            }
            Scope scope = by == By.STREET ? new Scope(unit.id(), null) : new Scope(null, unit.id());
            Overall overall = overall(facts, figures, scope);
            // A unit outside the slice is shown only where the slice reaches into it.
            if (view.everything()
                    || view.streets().contains(unit.id())
                    || view.departments().contains(unit.id())
                    || overall.targets() > 0) {
                summaries.add(summary(unit.name(), overall));
            }
        }
        return summaries;
    }

    /** Over the top-level targets: those of the year, or those that the unit has something of. */
    static Overall overall(YearFacts facts, Figures figures, Scope scope) {
        List<Overall.Part> parts = new ArrayList<>();
        for (YearFacts.Target target : facts.targets()) {
            if (figures.tree().parentOf(target) != null) {
                continue;
            }
            Figure figure = figures.figure(target, scope);
            if (figure.listed()) {
                parts.add(new Overall.Part(target.weight(), figure.rate(), figure.expected()));
            }
        }
        return Overall.of(parts);
    }

    private static UnitSummary summary(@Nullable String unit, Overall overall) {
        return new UnitSummary(
                unit,
                overall.rate(),
                overall.expected(),
                overall.deviation(),
                overall.light(),
                overall.reason(),
                overall.targets(),
                overall.withoutRate());
    }
}
