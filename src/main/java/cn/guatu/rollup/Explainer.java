package cn.guatu.rollup;

import cn.guatu.project.PlanNature;
import cn.guatu.rollup.rule.Figure;
import cn.guatu.rollup.rule.Figures;
import cn.guatu.rollup.rule.Formula;
import cn.guatu.rollup.rule.LedgerSums;
import cn.guatu.rollup.rule.Scope;
import cn.guatu.rollup.rule.View;
import cn.guatu.rollup.rule.YearFacts;
import cn.guatu.target.OfWhich;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays open one figure: the 口径卡 (semantics §15). */
final class Explainer {

    private final YearFacts facts;
    private final Figures figures;
    private final LedgerSums sums;
    private final AsOf asOf;
    private final View view;

    Explainer(YearFacts facts, Figures figures, LedgerSums sums, AsOf asOf, View view) {
        this.facts = facts;
        this.figures = figures;
        this.sums = sums;
        this.asOf = asOf;
        this.view = view;
    }

    /** @param entries every known ledger row of the target and its parts, a record a street, oldest first */
    Explanation explain(YearFacts.Target target, Scope scope, List<LedgerSumQueries.Entry> entries) {
        Figure figure = figures.figure(target, scope);
        List<LedgerSumQueries.Entry> inScope = entries.stream()
                .filter(entry -> view.sees(entry.street(), entry.department()))
                .filter(entry -> scope.street() == null || scope.street().equals(entry.street()))
                .filter(entry ->
                        scope.department() == null || scope.department().equals(entry.department()))
                .toList();
        List<LedgerSumQueries.Entry> byCutOff = inScope.stream()
                .filter(entry -> !entry.occurredOn().isAfter(asOf.date()))
                .toList();
        List<LedgerSumQueries.Entry> counted =
                target.kind() == TargetKind.STOCK ? StockValues.at(byCutOff, asOf.date()) : byCutOff;
        List<YearFacts.Node> nodes = facts.nodes().stream()
                .filter(node -> target.id().equals(node.target()) && isIn(scope, node.phase()))
                .toList();
        YearFacts.Version version = figure.version();
        return new Explanation(
                target.code(),
                target.name(),
                target.unit(),
                target.kind(),
                target.definition(),
                RollupRows.name(facts, scope.street()),
                RollupRows.name(facts, scope.department()),
                figure.achieved(),
                figure.target(),
                figure.basis(),
                Formula.of(target, figure),
                figure.rate(),
                figure.expected(),
                figure.deviation(),
                version == null
                        ? null
                        : new Explanation.Version(
                                version.status(),
                                version.value(),
                                version.docNo(),
                                version.effectiveFrom(),
                                version.reason(),
                                version.approx()),
                asOf.date(),
                asOf.knownAt(),
                figure.light(),
                figure.reason(),
                figure.missing(),
                missing(nodes),
                excluded(target, figure, inScope, byCutOff, counted, nodes),
                target.kind() == TargetKind.MILESTONE ? completed(target, nodes) : rows(counted));
    }

    private boolean isIn(Scope scope, YearFacts.Phase phase) {
        return phase.sharesOn(asOf.date()).stream()
                .anyMatch(share -> view.sees(share.street(), phase.lead())
                        && (scope.street() == null || scope.street().equals(share.street()))
                        && (scope.department() == null || scope.department().equals(phase.lead())));
    }

    private List<Explanation.MissingNode> missing(List<YearFacts.Node> nodes) {
        return nodes.stream()
                .filter(node -> Figures.isMissing(node, asOf.date(), sums))
                .sorted(Comparator.comparing(YearFacts.Node::planned)
                        .thenComparing(node -> node.id().value()))
                .map(node -> new Explanation.MissingNode(
                        node.phase().projectCode(),
                        node.phase().projectName(),
                        node.phase().name(),
                        node.name(),
                        node.planned(),
                        NodeFigures.ownerOf(node)))
                .toList();
    }

    private List<Explanation.Row> rows(List<LedgerSumQueries.Entry> counted) {
        Map<TargetId, String> codes = new HashMap<>();
        facts.targets().forEach(target -> codes.put(target.id(), target.code()));
        return rows(counted, codes);
    }

    /** A row for each ledger row, its streets put together. */
    static List<Explanation.Row> rows(List<LedgerSumQueries.Entry> counted, Map<TargetId, String> codes) {
        Map<Long, List<LedgerSumQueries.Entry>> byRow = counted.stream()
                .collect(Collectors.groupingBy(LedgerSumQueries.Entry::id, LinkedHashMap::new, Collectors.toList()));
        List<Explanation.Row> rows = new ArrayList<>();
        byRow.values().forEach(streets -> {
            LedgerSumQueries.Entry row = streets.getFirst();
            BigDecimal share = BigDecimal.ZERO;
            BigDecimal quantity = BigDecimal.ZERO;
            BigDecimal denominator = BigDecimal.ZERO;
            for (LedgerSumQueries.Entry street : streets) {
                share = share.add(street.share());
                quantity = quantity.add(street.shared());
                if (street.sharedDenominator() != null) {
                    denominator = denominator.add(street.sharedDenominator());
                }
            }
            rows.add(new Explanation.Row(
                    row.id(),
                    codes.getOrDefault(row.target(), ""),
                    row.project(),
                    row.projectName(),
                    row.phaseName(),
                    row.node(),
                    row.batch(),
                    row.occurredOn(),
                    row.recordedAt(),
                    row.quantity(),
                    row.denominator(),
                    share,
                    quantity,
                    row.denominator() == null ? null : denominator,
                    row.approx(),
                    row.evidence(),
                    row.reason(),
                    row.reverses()));
        });
        return rows;
    }

    /** A milestone has no ledger rows: what counts are its completed nodes, each with its weight. */
    private List<Explanation.Row> completed(YearFacts.Target target, List<YearFacts.Node> nodes) {
        List<Explanation.Row> rows = new ArrayList<>();
        for (YearFacts.Node node : nodes) {
            var actual = node.actualBy(asOf.date());
            if (actual != null) {
                rows.add(completed(target, node, actual));
            }
        }
        rows.sort(Comparator.comparing(Explanation.Row::occurredOn));
        return rows;
    }

    /** A completed node of a milestone as a row; its quantity is its weight. */
    static Explanation.Row completed(YearFacts.Target target, YearFacts.Node node, LocalDate actual) {
        return new Explanation.Row(
                null,
                target.code(),
                node.phase().projectCode(),
                node.phase().projectName(),
                node.phase().name(),
                node.name(),
                null,
                actual,
                null,
                node.weightOrOne(),
                null,
                BigDecimal.ONE,
                node.weightOrOne(),
                null,
                false,
                "节点“" + node.name() + "”已完成",
                null,
                null);
    }

    private List<String> excluded(
            YearFacts.Target target,
            Figure figure,
            List<LedgerSumQueries.Entry> inScope,
            List<LedgerSumQueries.Entry> byCutOff,
            List<LedgerSumQueries.Entry> counted,
            List<YearFacts.Node> nodes) {
        List<String> excluded = new ArrayList<>();
        long later = rowsOf(inScope) - rowsOf(byCutOff);
        if (later > 0) {
            excluded.add("数据截至" + asOf.date() + "，此后发生的" + later + "条计入不算在内。");
        }
        long replaced = rowsOf(byCutOff) - rowsOf(counted);
        if (replaced > 0) {
            excluded.add("时点指标取各分期截止日前最近一次有效取值，另有" + replaced + "条较早的取值、冲销及被冲销的记录不算在内。");
        }
        long outside = nodes.stream()
                .filter(node -> node.quantity() != null && node.phase().nature() != PlanNature.PLANNED)
                .count();
        if (outside > 0) {
            excluded.add("储备、计划外分期的" + outside + "个节点不计入分母；其完成量计入分子。");
        }
        String subsets = facts.targets().stream()
                .filter(each -> target.id().equals(each.parent()) && each.ofWhich() == OfWhich.SUBSET)
                .map(YearFacts.Target::code)
                .collect(Collectors.joining("、"));
        if (!subsets.isEmpty()) {
            excluded.add("其中（部分）指标" + subsets + "单列，不与本指标相加。");
        }
        if (figure.missing() > 0) {
            excluded.add(figure.missing() + "个到期节点既无实际完成日期也无计入，按未报处理，不视为0。");
        }
        return excluded;
    }

    private static long rowsOf(List<LedgerSumQueries.Entry> entries) {
        Set<Long> ids = entries.stream().map(LedgerSumQueries.Entry::id).collect(Collectors.toSet());
        return ids.size();
    }
}
