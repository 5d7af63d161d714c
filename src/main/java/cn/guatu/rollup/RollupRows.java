package cn.guatu.rollup;

import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.rollup.rule.Figure;
import cn.guatu.rollup.rule.Figures;
import cn.guatu.rollup.rule.Scope;
import cn.guatu.rollup.rule.YearFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of units and cells. */
final class RollupRows {

    private RollupRows() {}

    static List<RollupRow> of(YearFacts facts, List<YearFacts.Target> targets, Figures figures, boolean withInvolved) {
        Comparator<Scope> order = Comparator.<Scope>comparingInt(scope -> rank(facts, scope.street()))
                .thenComparingInt(scope -> rank(facts, scope.department()));
        List<RollupRow> rows = new ArrayList<>();
        for (YearFacts.Target target : targets) {
            figures.scopes(target).stream().sorted(order).forEach(scope -> {
                Figure figure = figures.figure(target, scope);
                rows.add(new RollupRow(
                        name(facts, scope.street()),
                        name(facts, scope.department()),
                        target.code(),
                        figure.target(),
                        figure.basis(),
                        figure.achieved(),
                        figure.rate(),
                        figure.expected(),
                        figure.deviation(),
                        figure.light(),
                        figure.reason(),
                        figure.worstChild(),
                        withInvolved ? figure.involved() : null,
                        figure.missing()));
            });
        }
        return rows;
    }

    /** How a figure of this scope is broken down. */
    static Set<By> by(Scope scope) {
        Set<By> by = EnumSet.noneOf(By.class);
        if (scope.street() != null) {
            by.add(By.STREET);
        }
        if (scope.department() != null) {
            by.add(By.DEPARTMENT);
        }
        return by;
    }

    /** Whether units of this kind lead phases. */
    static boolean leads(UnitKind kind) {
        return kind == UnitKind.DEPARTMENT || kind == UnitKind.TASK_FORCE;
    }

    static @Nullable String name(YearFacts facts, @Nullable UnitId id) {
        YearFacts.Unit unit = id == null ? null : facts.units().get(id);
        return unit == null ? null : unit.name();
    }

    /** The names of a phase's streets at a cut-off, first one first. */
    static List<String> streets(YearFacts facts, YearFacts.Phase phase, LocalDate cutOff) {
        return phase.sharesOn(cutOff).stream()
                .map(share -> name(facts, share.street()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableList());
    }

    private static int rank(YearFacts facts, @Nullable UnitId id) {
        YearFacts.Unit unit = id == null ? null : facts.units().get(id);
        return unit == null ? -1 : unit.rank();
    }
}
