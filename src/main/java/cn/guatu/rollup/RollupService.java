package cn.guatu.rollup;

import cn.guatu.org.NameKey;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.project.NodeId;
import cn.guatu.project.schedule.Terms;
import cn.guatu.rollup.rule.Expectation;
import cn.guatu.rollup.rule.Figures;
import cn.guatu.rollup.rule.LedgerSums;
import cn.guatu.rollup.rule.Scope;
import cn.guatu.rollup.rule.View;
import cn.guatu.rollup.rule.YearFacts;
import cn.guatu.security.AccessScope;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The one place where completion is worked out. Every call reads what it needs in a small fixed number of statements, however many
 * projects there are, in one read-only snapshot, and then computes purely. Unknown years, targets and units are refused as not found.
 */
@Service
public class RollupService {

    /** Dates outside say nothing more about a plan year, and databases and calendars end somewhere. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final RollupQueries queries;
    private final LedgerSumQueries ledger;
    private final RetryingTransactions transactions;
    private final WorkCalendars calendars;
    private final BusinessClock clock;

    RollupService(
            RollupQueries queries,
            LedgerSumQueries ledger,
            RetryingTransactions transactions,
            WorkCalendars calendars,
            BusinessClock clock) {
        this.queries = queries;
        this.ledger = ledger;
        this.transactions = transactions;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * All targets of the year in workbook order. For a slice: the targets it has to do with, and their parents, as figures of the
     * slice.
     */
    public List<TargetFigure> targets(int year, AsOf asOf, AccessScope scope) {
        return read(asOf, then -> {
            YearFacts facts = facts(year, then, false);
            return TargetFigures.of(facts, figures(facts, then, scope, Set.of(), false), then.date(), view(scope));
        });
    }

    /**
     * All targets as {@link #targets} would give them if one of them had another value from a day on; nothing is written.
     *
     * @param value in the unit of the target
     * @param from the first day
     */
    public List<TargetFigure> targetsIf(
            int year,
            TargetId target,
            VersionStatus status,
            BigDecimal value,
            LocalDate from,
            AsOf asOf,
            AccessScope scope) {
        return read(asOf, then -> {
            YearFacts facts = facts(year, then, false)
                    .with(
                            target,
                            new YearFacts.Version(Long.MAX_VALUE, status, value, false, null, from, null, clock.now()));
            return TargetFigures.of(facts, figures(facts, then, scope, Set.of(), false), then.date(), view(scope));
        });
    }

    /** 综合完成率 of the year ({@code by} null: one row), or of every street or department that the caller sees. */
    public List<UnitSummary> summary(int year, @Nullable By by, AsOf asOf, AccessScope scope) {
        return read(asOf, then -> {
            YearFacts facts = facts(year, then, false);
            Figures figures = figures(facts, then, scope, by == null ? Set.of() : Set.of(by), false);
            return Summaries.of(facts, figures, by, view(scope));
        });
    }

    /**
     * A row per target and unit that has an allocation, a planned quantity or a ledger row; no total row.
     *
     * @param by one, or both for street × department cells; not empty
     * @param targetCode only this target; null for all
     */
    public List<RollupRow> rollup(int year, Set<By> by, @Nullable String targetCode, AsOf asOf, AccessScope scope) {
        if (by.isEmpty()) {
            throw Refusal.invalid("请指定按街道、按科室，或同时按两者汇总。");
        }
        return read(asOf, then -> {
            YearFacts facts = facts(year, then, false);
            List<YearFacts.Target> targets = targetCode == null ? facts.targets() : List.of(target(facts, targetCode));
            boolean withInvolved = by.equals(Set.of(By.STREET));
            return RollupRows.of(facts, targets, figures(facts, then, scope, by, withInvolved), withInvolved);
        });
    }

    /**
     * The 口径卡 of one figure.
     *
     * @param street name of a street; null for all
     * @param department name of a department or task force; null for all
     */
    public Explanation explain(
            int year,
            String targetCode,
            @Nullable String street,
            @Nullable String department,
            AsOf asOf,
            AccessScope scope) {
        return read(asOf, then -> {
            YearFacts facts = facts(year, then, false);
            YearFacts.Target target = target(facts, targetCode);
            Scope of = new Scope(
                    street == null ? null : unit(facts, street, true).id(),
                    department == null ? null : unit(facts, department, false).id());
            Set<By> by = RollupRows.by(of);
            LedgerSums sums = sums(facts, then, false);
            Figures figures = new Figures(facts, sums, then.date(), view(scope), by, calendars.current());
            List<Long> counted = figures.tree().countedIn(target).stream()
                    .map(each -> each.id().value())
                    .toList();
            List<LedgerSumQueries.Entry> entries = ledger.entries(counted, then.knownAt());
            return new Explainer(facts, figures, sums, then, view(scope)).explain(target, of, entries);
        });
    }

    /** Nodes of the year that the caller sees, by planned date. */
    public List<NodeFigure> nodes(int year, NodeState state, AsOf asOf, AccessScope scope) {
        return read(asOf, then -> {
            YearFacts facts = facts(year, then, !scope.isEverything());
            Map<NodeId, Set<NodeId>> predecessors = queries.predecessors(year, then.knownAt());
            Map<NodeId, Terms> terms = queries.terms(year, then.knownAt(), then.date());
            Map<NodeId, BigDecimal> recognised = ledger.recognisedByNode(year, then);
            return new NodeFigures(facts, then.date(), calendars.current(), predecessors, terms, recognised)
                    .of(state, scope);
        });
    }

    /**
     * 综合完成率 and 综合序时 at the end of each month up to the day asked for, and on that day in its own month; for months to come only
     * what is expected. Always twelve points.
     */
    public List<TrendPoint> trend(int year, AsOf asOf, AccessScope scope) {
        return read(asOf, then -> {
            YearFacts facts = facts(year, then, false);
            List<Long> stocks = ids(facts, Set.of(TargetKind.STOCK));
            List<LedgerSumQueries.Entry> values = ledger.entries(stocks, then.knownAt());
            Map<YearMonth, List<LedgerSums.Sum>> months =
                    ledger.addedByMonth(ids(facts, ADDED), then.knownAt(), then.date());
            Trend trend = new Trend(facts, months, values, view(scope), calendars.current());
            return trend.upTo(then.date(), added(facts, then, false));
        });
    }

    /**
     * Every figure at the end of a month, of the whole district: for closing it. What is known is what was recorded up to the instant,
     * also when that is this very moment, so that the same can be read again for ever.
     */
    public MonthFigures month(YearMonth month, Instant knownAt) {
        return transactions.readOnly(() -> {
            AsOf then = new AsOf(month.atEndOfMonth(), knownAt);
            YearFacts facts = facts(month.getYear(), then, false);
            return MonthEnd.of(facts, sums(facts, then, true), then.date(), knownAt, calendars.current());
        });
    }

    /** What became of every target's figure at a cut-off since an instant, for the whole district: 当时 + 补报 + 更正 = 现在. */
    public List<Revision> revisions(int year, LocalDate cutOff, Instant since) {
        return transactions.readOnly(() -> {
            AsOf before = new AsOf(cutOff, since);
            YearFacts factsThen = facts(year, before, false);
            YearFacts factsNow = facts(year, AsOf.of(cutOff), false);
            return new Revisions(
                            new Revisions.Reading(factsThen, sums(factsThen, before, false)),
                            new Revisions.Reading(factsNow, sums(factsNow, AsOf.of(cutOff), false)),
                            ledger.recordedSince(
                                    ids(factsNow, EnumSet.allOf(TargetKind.class)),
                                    ids(factsNow, Set.of(TargetKind.STOCK)),
                                    cutOff,
                                    since),
                            cutOff,
                            calendars.current())
                    .of();
        });
    }

    /** All that a picture of the year shows, in one reading: as {@link #targets}, {@link #summary}, {@link #rollup}, {@link #nodes} and {@link #trend}. */
    public YearFigures year(int year, AsOf asOf, AccessScope scope) {
        return read(asOf, then -> {
            YearFacts facts = facts(year, then, !scope.isEverything());
            WorkCalendar calendar = calendars.current();
            View view = view(scope);
            List<LedgerSums.Sum> added = added(facts, then, false);
            List<Long> stocks = ids(facts, Set.of(TargetKind.STOCK));
            List<LedgerSums.Sum> all = new ArrayList<>(added);
            all.addAll(ledger.values(stocks, then));
            LedgerSums sums = new LedgerSums(all, ledger.recognised(year, then));
            Figures whole = new Figures(facts, sums, then.date(), view, Set.of(), calendar);
            Figures streets = new Figures(facts, sums, then.date(), view, Set.of(By.STREET), calendar);
            Figures departments = new Figures(facts, sums, then.date(), view, Set.of(By.DEPARTMENT), calendar);
            Trend trend = new Trend(
                    facts,
                    ledger.addedByMonth(ids(facts, ADDED), then.knownAt(), then.date()),
                    ledger.entries(stocks, then.knownAt()),
                    view,
                    calendar);
            return new YearFigures(
                    Expectation.monthLinear(year, then.date()),
                    TargetFigures.of(facts, whole, then.date(), view),
                    Summaries.of(facts, whole, null, view).getFirst(),
                    Summaries.of(facts, streets, By.STREET, view),
                    Summaries.of(facts, departments, By.DEPARTMENT, view),
                    RollupRows.of(facts, facts.targets(), streets, false),
                    RollupRows.of(facts, facts.targets(), departments, false),
                    new NodeFigures(
                                    facts,
                                    then.date(),
                                    calendar,
                                    queries.predecessors(year, then.knownAt()),
                                    queries.terms(year, then.knownAt(), then.date()),
                                    ledger.recognisedByNode(year, then))
                            .of(NodeState.ALL, scope),
                    trend.upTo(then.date(), added));
        });
    }

    private static final Set<TargetKind> ADDED = Set.of(TargetKind.FLOW, TargetKind.RATIO);

    private interface Reading<T> {
        T at(AsOf asOf);
    }

    private <T> T read(AsOf asOf, Reading<T> reading) {
        Instant knownAt = asOf.knownAt();
        LocalDate date =
                asOf.date().isBefore(FIRST_DAY) ? FIRST_DAY : asOf.date().isAfter(LAST_DAY) ? LAST_DAY : asOf.date();
        // What will be known later is not known yet: later than now means now (rulings).
        AsOf then = new AsOf(date, knownAt != null && knownAt.isBefore(clock.now()) ? knownAt : null);
        return transactions.readOnly(() -> reading.at(then));
    }

    private YearFacts facts(int year, AsOf asOf, boolean withAssisting) {
        YearFacts facts = queries.facts(year, asOf.knownAt(), withAssisting);
        if (facts.targets().isEmpty() && !queries.exists(year)) {
            throw Refusal.notFound("没有" + year + "年度的计划。");
        }
        return facts;
    }

    private Figures figures(YearFacts facts, AsOf asOf, AccessScope scope, Set<By> by, boolean withInvolved) {
        return new Figures(facts, sums(facts, asOf, withInvolved), asOf.date(), view(scope), by, calendars.current());
    }

    private LedgerSums sums(YearFacts facts, AsOf asOf, boolean withInvolved) {
        List<LedgerSums.Sum> sums = new ArrayList<>(added(facts, asOf, withInvolved));
        sums.addAll(ledger.values(ids(facts, Set.of(TargetKind.STOCK)), asOf));
        return new LedgerSums(sums, ledger.recognised(facts.year(), asOf));
    }

    private List<LedgerSums.Sum> added(YearFacts facts, AsOf asOf, boolean withInvolved) {
        return ledger.added(ids(facts, ADDED), facts.year(), asOf, clock.today(), withInvolved);
    }

    private static List<Long> ids(YearFacts facts, Set<TargetKind> kinds) {
        return facts.targets().stream()
                .filter(target -> kinds.contains(target.kind()))
                .map(target -> target.id().value())
                .toList();
    }

    private static View view(AccessScope scope) {
        return scope.isEverything() ? View.WHOLE : new View(false, scope.departments(), scope.streets());
    }

    private static YearFacts.Target target(YearFacts facts, String code) {
        String key = NameKey.ofCode(code);
        return facts.targets().stream()
                .filter(each -> each.codeKey().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(facts.year() + "年度没有编码为“" + code + "”的指标。"));
    }

    private static YearFacts.Unit unit(YearFacts facts, String name, boolean street) {
        String key = NameKey.of(name);
        return facts.units().values().stream()
                .filter(each -> each.nameKey().equals(key))
                .filter(each -> street ? each.kind() == UnitKind.STREET : RollupRows.leads(each.kind()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有名为“" + name + "”的" + (street ? "街道" : "科室或专班") + "。"));
    }
}
