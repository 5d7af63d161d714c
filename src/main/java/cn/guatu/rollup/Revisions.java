package cn.guatu.rollup;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.NodeId;
import cn.guatu.rollup.rule.Figure;
import cn.guatu.rollup.rule.Figures;
import cn.guatu.rollup.rule.LedgerSums;
import cn.guatu.rollup.rule.Scope;
import cn.guatu.rollup.rule.View;
import cn.guatu.rollup.rule.YearFacts;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out, for every target, what came late and what was corrected since an instant. */
final class Revisions {

    private final Reading then;
    private final Reading now;
    private final LedgerSumQueries.Recorded recorded;
    private final LocalDate cutOff;
    private final WorkCalendar calendar;

    /** The facts of a year and its ledger at one instant. */
    record Reading(YearFacts facts, LedgerSums sums) {}

    Revisions(Reading then, Reading now, LedgerSumQueries.Recorded recorded, LocalDate cutOff, WorkCalendar calendar) {
        this.then = then;
        this.now = now;
        this.recorded = recorded;
        this.cutOff = cutOff;
        this.calendar = calendar;
    }

    List<Revision> of() {
        Set<Long> corrections = corrections();
        List<LedgerSumQueries.Entry> late = recorded.since().stream()
                .filter(row -> !corrections.contains(row.id()))
                .toList();
        Map<TargetId, Figure> figuresThen = figures(then);
        Map<TargetId, Figure> figuresWithLate = figures(withLate(late));
        Map<TargetId, Figure> figuresNow = figures(now);
        Figures tree = new Figures(now.facts(), now.sums(), cutOff, View.WHOLE, Set.of(), calendar);
        List<Revision> revisions = new ArrayList<>();
        for (YearFacts.Target target : now.facts().targets()) {
            @Nullable Figure was = figuresThen.get(target.id());
            @Nullable Figure with = figuresWithLate.get(target.id());
            BigDecimal first = was == null ? null : was.achieved();
            BigDecimal second = with == null ? null : with.achieved();
            BigDecimal third =
                    Objects.requireNonNull(figuresNow.get(target.id())).achieved();
            Set<TargetId> counted = new HashSet<>();
            tree.tree().countedIn(target).forEach(each -> counted.add(each.id()));
            List<Revision.Row> rows =
                    target.kind() == TargetKind.MILESTONE ? completed(target) : rows(counted, corrections);
            revisions.add(new Revision(
                    target.code(),
                    target.name(),
                    target.unit(),
                    target.kind(),
                    first,
                    orZero(second).subtract(orZero(first)),
                    orZero(third).subtract(orZero(second)),
                    third,
                    was == null ? null : was.light(),
                    with == null ? null : with.light(),
                    rows));
        }
        return revisions;
    }

    /**
     * Reversals, negative rows, and the rows that take the place of reversed ones: same phase, target and node, on the same evidence or
     * batch (semantics §2: a correction is a reversing row plus a new one).
     */
    private Set<Long> corrections() {
        record Place(long phase, TargetId target, @Nullable String node, String identity) {}
        Set<Place> taken = new HashSet<>();
        Set<Long> corrections = new HashSet<>();
        List<LedgerSumQueries.Entry> reversals = new ArrayList<>();
        for (LedgerSumQueries.Entry row : recorded.since()) {
            if (row.reverses() != null || row.quantity().signum() < 0) {
                corrections.add(row.id());
                if (row.reverses() != null) {
                    reversals.add(row);
                }
            }
        }
        reversals.addAll(recorded.reversed());
        for (LedgerSumQueries.Entry row : reversals) {
            taken.add(new Place(row.phase(), row.target(), row.node(), "e:" + row.evidence()));
            if (row.batch() != null) {
                taken.add(new Place(row.phase(), row.target(), row.node(), "b:" + row.batch()));
            }
        }
        Set<Long> reversed = new HashSet<>();
        recorded.reversed().forEach(row -> reversed.add(row.id()));
        for (LedgerSumQueries.Entry row : recorded.since()) {
            boolean replaces = taken.contains(new Place(row.phase(), row.target(), row.node(), "e:" + row.evidence()))
                    || (row.batch() != null
                            && taken.contains(new Place(row.phase(), row.target(), row.node(), "b:" + row.batch())));
            // A row that came late and was itself taken back came late all the same; what took it back is the
            // correction.
            if (replaces && !reversed.contains(row.id())) {
                corrections.add(row.id());
            }
        }
        return corrections;
    }

    private Reading withLate(List<LedgerSumQueries.Entry> late) {
        Set<TargetId> stocks = new HashSet<>();
        then.facts().targets().stream()
                .filter(target -> target.kind() == TargetKind.STOCK)
                .forEach(target -> stocks.add(target.id()));
        List<LedgerSums.Sum> sums = new ArrayList<>(then.sums().sums().stream()
                .filter(sum -> !stocks.contains(sum.target()))
                .toList());
        late.stream().filter(row -> !stocks.contains(row.target())).forEach(row -> sums.add(sum(row)));
        List<LedgerSumQueries.Entry> values = new ArrayList<>(recorded.stocksThen());
        late.stream().filter(row -> stocks.contains(row.target())).forEach(values::add);
        StockValues.at(values, cutOff).forEach(row -> sums.add(sum(row)));
        Set<NodeId> recognised = new HashSet<>(then.sums().recognised());
        recognised.addAll(now.sums().recognised());
        return new Reading(withLateNodes(), new LedgerSums(sums, recognised));
    }

    private static LedgerSums.Sum sum(LedgerSumQueries.Entry row) {
        BigDecimal denominator = orZero(row.sharedDenominator());
        return new LedgerSums.Sum(
                row.target(),
                row.street(),
                row.department(),
                row.shared(),
                denominator,
                BigDecimal.ZERO,
                row.quantity(),
                denominator);
    }

    /** The nodes as known then, but those done that were open then and have got their date since. */
    private YearFacts withLateNodes() {
        YearFacts facts = then.facts();
        Map<NodeId, YearFacts.Node> known = nodesNow();
        List<YearFacts.Node> nodes = facts.nodes().stream()
                .map(node -> {
                    YearFacts.Node other = known.get(node.id());
                    return node.actualBy(cutOff) == null && other != null && other.actualBy(cutOff) != null
                            ? done(node, other.actual())
                            : node;
                })
                .toList();
        return new YearFacts(
                facts.year(),
                facts.units(),
                facts.targets(),
                facts.versions(),
                facts.plans(),
                facts.allocations(),
                nodes);
    }

    private static YearFacts.Node done(YearFacts.Node node, @Nullable LocalDate actual) {
        return new YearFacts.Node(
                node.id(),
                node.phase(),
                node.name(),
                node.planned(),
                node.forecast(),
                actual,
                node.owner(),
                node.weight(),
                node.duration(),
                node.target(),
                node.quantity(),
                node.sortOrder());
    }

    private Map<NodeId, YearFacts.Node> nodesNow() {
        Map<NodeId, YearFacts.Node> nodes = new HashMap<>();
        now.facts().nodes().forEach(node -> nodes.put(node.id(), node));
        return nodes;
    }

    private Map<TargetId, Figure> figures(Reading reading) {
        Figures figures = new Figures(reading.facts(), reading.sums(), cutOff, View.WHOLE, Set.of(), calendar);
        Map<TargetId, Figure> all = new HashMap<>();
        reading.facts().targets().forEach(target -> all.put(target.id(), figures.figure(target, Scope.DISTRICT)));
        return all;
    }

    private List<Revision.Row> rows(Set<TargetId> counted, Set<Long> corrections) {
        List<LedgerSumQueries.Entry> own = recorded.since().stream()
                .filter(row -> counted.contains(row.target()))
                .toList();
        Map<TargetId, String> codes = new HashMap<>();
        now.facts().targets().forEach(target -> codes.put(target.id(), target.code()));
        return Explainer.rows(own, codes).stream()
                .map(row -> new Revision.Row(row, row.id() != null && corrections.contains(row.id())))
                .toList();
    }

    private List<Revision.Row> completed(YearFacts.Target target) {
        Map<NodeId, YearFacts.Node> known = nodesNow();
        List<Revision.Row> rows = new ArrayList<>();
        for (YearFacts.Node node : then.facts().nodes()) {
            YearFacts.Node other = known.get(node.id());
            if (target.id().equals(node.target())
                    && node.actualBy(cutOff) == null
                    && other != null
                    && other.actualBy(cutOff) != null) {
                rows.add(new Revision.Row(
                        Explainer.completed(target, other, Objects.requireNonNull(other.actualBy(cutOff))), false));
            }
        }
        return rows;
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
