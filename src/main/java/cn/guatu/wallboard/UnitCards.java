package cn.guatu.wallboard;

import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.RollupRow;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Streets or departments as cards: 综合完成率, then the targets that are worst.
 *
 * @param units worst first; those without a rate last
 */
record UnitCards(List<Card> units) {

    private static final int TARGETS_SHOWN = 6;

    /** A unit; {@code late} counts its open nodes that are past their day, {@code more} the targets that are not listed. */
    record Card(
            String name,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal deviation,
            String light,
            String word,
            int late,
            List<Row> targets,
            int more) {}

    /** A target in the unit. */
    record Row(
            String code,
            String name,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal deviation,
            String light,
            String word) {}

    static UnitCards of(
            PageFacts facts,
            List<UnitSummary> units,
            List<RollupRow> rows,
            Function<RollupRow, String> unitOf,
            BiPredicate<String, NodeFigure> answers) {
        Map<String, List<RollupRow>> byUnit = rows.stream().collect(Collectors.groupingBy(unitOf));
        Map<String, TargetFigure> targets =
                facts.figures().targets().stream().collect(Collectors.toMap(TargetFigure::code, Function.identity()));
        List<NodeFigure> late = facts.figures().nodes().stream()
                .filter(node -> node.actual() == null && node.daysLate() > 0)
                .toList();
        return new UnitCards(units.stream()
                .filter(unit -> unit.targets() > 0)
                .sorted(Comparator.comparing(UnitSummary::deviation, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(unit -> String.valueOf(unit.unit())))
                .map(unit -> card(unit, byUnit, targets, late, answers))
                .toList());
    }

    private static Card card(
            UnitSummary unit,
            Map<String, List<RollupRow>> byUnit,
            Map<String, TargetFigure> targets,
            List<NodeFigure> late,
            BiPredicate<String, NodeFigure> answers) {
        String name = String.valueOf(unit.unit());
        List<Row> all = byUnit.getOrDefault(name, List.of()).stream()
                .filter(row -> row.target() != null)
                .sorted(Comparator.<RollupRow>comparingInt(row -> BoardAssembler.severity(row.light()))
                        .thenComparing(RollupRow::deviation, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(RollupRow::targetCode))
                .map(row -> new Row(
                        row.targetCode(),
                        targets.containsKey(row.targetCode())
                                ? targets.get(row.targetCode()).name()
                                : row.targetCode(),
                        row.rate(),
                        row.expected(),
                        row.deviation(),
                        row.light().name(),
                        row.light().label()))
                .toList();
        return new Card(
                name,
                unit.rate(),
                unit.expected(),
                unit.deviation(),
                unit.light().name(),
                unit.light().label(),
                (int) late.stream().filter(node -> answers.test(name, node)).count(),
                all.stream().limit(TARGETS_SHOWN).toList(),
                Math.max(0, all.size() - TARGETS_SHOWN));
    }
}
