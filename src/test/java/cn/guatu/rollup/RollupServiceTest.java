package cn.guatu.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.progress.LedgerService;
import cn.guatu.rollup.Oracle.Where;
import cn.guatu.security.AccessScope;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Every figure on a real server against the slow oracle, for many days and as known at many instants (semantics §3–9). */
@GuatuTest
@Import(RandomYear.class)
class RollupServiceTest {

    private static final int YEAR = RandomYear.YEAR;
    private static final AccessScope ALL = AccessScope.everything();
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(YEAR - 1, 12, 31),
            LocalDate.of(YEAR, 1, 15),
            LocalDate.of(YEAR, 3, 31),
            LocalDate.of(YEAR, 5, 7),
            LocalDate.of(YEAR, 6, 20),
            LocalDate.of(YEAR, 8, 30),
            LocalDate.of(YEAR, 11, 1),
            LocalDate.of(YEAR + 1, 2, 3));

    @Autowired
    private RollupService rollup;

    @Autowired
    private RandomYear random;

    @Autowired
    private LedgerService ledger;

    @Autowired
    private DatabaseCleaner database;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private RetryingTransactions transactions;

    @Autowired
    private WorkCalendars calendars;

    @BeforeEach
    void emptyTheDatabase() {
        database.clear();
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFigureIsWhatTheOracleSaysOnAnyDayAndAsKnownAtAnyInstant(long seed) {
        random.write(seed, 12);
        World now = random.known.lastEntry().getValue();
        for (LocalDate day : DAYS) {
            compare(now, new AsOf(day, null));
        }
        for (Map.Entry<Instant, World> each : random.known.entrySet()) {
            // Inclusive: what was recorded at the very instant is known.
            compare(each.getValue(), new AsOf(LocalDate.of(YEAR, 5, 31), each.getKey()));
            compare(
                    each.getValue(),
                    new AsOf(LocalDate.of(YEAR, 8, 13), each.getKey().plusSeconds(60)));
        }
        compare(now, new AsOf(LocalDate.of(YEAR, 10, 15), clock.now().plusSeconds(3600)));
        ledger.rebuild();
        compare(now, new AsOf(LocalDate.of(YEAR, 10, 15), null));
    }

    private void compare(World world, AsOf asOf) {
        Oracle oracle = new Oracle(world, YEAR, asOf.date());
        List<TargetFigure> targets = rollup.targets(YEAR, asOf, ALL);
        assertThat(targets).hasSameSizeAs(world.targets);
        for (TargetFigure figure : targets) {
            String of = asOf + " " + figure.code();
            String code = figure.code();
            same(of + " target", figure.target(), oracle.targetInForce(code));
            same(of + " achieved", figure.achieved(), oracle.achieved(code, Where.ALL));
            same(of + " rate", figure.rate(), oracle.rate(code, Where.ALL));
            same(of + " expected", figure.expected(), oracle.expected(code));
            same(of + " planned on nodes", figure.plannedOnNodes(), oracle.planned(code, Where.ALL));
            assertThat(figure.missing()).as(of).isEqualTo(oracle.missing(code, Where.ALL));
            assertThat(figure.light()).as(of).isEqualTo(oracle.light(code, Where.ALL));
        }
        compareUnits(world, oracle, asOf, true, false);
        compareUnits(world, oracle, asOf, false, true);
        compareUnits(world, oracle, asOf, true, true);
        compareMeans(oracle, asOf);
    }

    private void compareUnits(World world, Oracle oracle, AsOf asOf, boolean byStreet, boolean byDepartment) {
        Set<By> by =
                byStreet ? byDepartment ? Set.of(By.STREET, By.DEPARTMENT) : Set.of(By.STREET) : Set.of(By.DEPARTMENT);
        Map<String, RollupRow> rows = new LinkedHashMap<>();
        for (RollupRow row : rollup.rollup(YEAR, by, null, asOf, ALL)) {
            rows.put(row.targetCode() + new Where(row.street(), row.department()), row);
        }
        for (World.T target : world.targets) {
            for (Where where : oracle.everywhere(byStreet, byDepartment, RandomYear.STREETS, RandomYear.DEPARTMENTS)) {
                String code = target.code();
                String of = asOf + " " + code + " " + where;
                RollupRow row = rows.remove(code + where);
                assertThat(row != null).as(of).isEqualTo(oracle.listed(code, where));
                if (row == null) {
                    continue;
                }
                same(of + " target", row.target(), oracle.denominator(code, where));
                same(of + " achieved", row.achieved(), oracle.achieved(code, where));
                same(of + " rate", row.rate(), oracle.rate(code, where));
                same(of + " expected", row.expected(), oracle.expected(code));
                assertThat(row.missing()).as(of).isEqualTo(oracle.missing(code, where));
                assertThat(row.light()).as(of).isEqualTo(oracle.light(code, where));
                if (byStreet && !byDepartment) {
                    same(of + " involved", row.involved(), oracle.involved(code, row.street()));
                } else {
                    assertThat(row.involved()).as(of).isNull();
                }
            }
        }
        assertThat(rows).isEmpty();
    }

    private void compareMeans(Oracle oracle, AsOf asOf) {
        compareMean(
                oracle.mean(Where.ALL), rollup.summary(YEAR, null, asOf, ALL).getFirst(), asOf + " all");
        for (UnitSummary each : rollup.summary(YEAR, By.STREET, asOf, ALL)) {
            compareMean(oracle.mean(new Where(each.unit(), null)), each, asOf + " " + each.unit());
        }
        List<UnitSummary> departments = rollup.summary(YEAR, By.DEPARTMENT, asOf, ALL);
        assertThat(departments).extracting(UnitSummary::unit).containsExactlyElementsOf(RandomYear.DEPARTMENTS);
        for (UnitSummary each : departments) {
            compareMean(oracle.mean(new Where(null, each.unit())), each, asOf + " " + each.unit());
        }
    }

    private static void compareMean(Oracle.Mean mean, UnitSummary summary, String of) {
        same(of + " mean", summary.rate(), mean.rate());
        same(of + " mean expected", summary.expected(), mean.expected());
        assertThat(summary.targets()).as(of).isEqualTo(mean.targets());
        assertThat(summary.withoutRate()).as(of).isEqualTo(mean.withoutRate());
    }

    @Test
    void theRowsOfEveryExplanationMakeItsNumerator() {
        random.write(7, 15);
        AsOf asOf = AsOf.of(LocalDate.of(YEAR, 10, 20));
        for (TargetFigure figure : rollup.targets(YEAR, asOf, ALL)) {
            Explanation whole = rollup.explain(YEAR, figure.code(), null, null, asOf, ALL);
            explains(whole, figure.achieved(), figure.rate(), figure.missing());
            assertThat(whole.lightReason()).isEqualTo(figure.lightReason());
        }
        for (Set<By> by : List.of(Set.of(By.STREET), Set.of(By.DEPARTMENT), Set.of(By.STREET, By.DEPARTMENT))) {
            for (RollupRow row : rollup.rollup(YEAR, by, null, asOf, ALL)) {
                Explanation card = rollup.explain(YEAR, row.targetCode(), row.street(), row.department(), asOf, ALL);
                explains(card, row.achieved(), row.rate(), row.missing());
                assertThat(card.denominator()).isEqualTo(row.target());
                assertThat(card.basis()).isEqualTo(row.basis());
            }
        }
    }

    private static void explains(
            Explanation card, @Nullable BigDecimal achieved, @Nullable BigDecimal rate, int missing) {
        assertThat(card.numerator()).isEqualTo(achieved);
        assertThat(card.rate()).isEqualTo(rate);
        assertThat(card.missing())
                .isEqualTo(missing)
                .isEqualTo(card.missingNodes().size());
        BigDecimal counted = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (Explanation.Row row : card.rows()) {
            counted = counted.add(row.counted());
            if (row.countedDenominator() != null) {
                below = below.add(row.countedDenominator());
            }
        }
        switch (card.kind()) {
            case FLOW -> assertThat(counted).isEqualByComparingTo(achieved);
            case STOCK -> assertThat(counted).isEqualByComparingTo(achieved == null ? BigDecimal.ZERO : achieved);
            case RATIO -> {
                if (achieved == null) {
                    assertThat(below).isEqualByComparingTo(BigDecimal.ZERO);
                } else {
                    same(card.targetCode(), achieved, counted.divide(below, new MathContext(60)));
                }
            }
            case MILESTONE -> assertThat(card.rows()).allMatch(row -> row.id() == null);
        }
    }

    @Test
    void aSliceSeesItsUnitAsTheTableOfUnitsShowsIt() {
        random.write(5, 15);
        AsOf asOf = AsOf.of(LocalDate.of(YEAR, 10, 31));
        for (String name : List.of("更新科", "平湖街道")) {
            UnitId unit = new UnitId(
                    sql.fetchSingle("select id from unit where name = ?", name).get(0, Long.class));
            boolean street = name.endsWith("街道");
            AccessScope slice =
                    street ? AccessScope.of(Set.of(), Set.of(unit)) : AccessScope.of(Set.of(unit), Set.of());
            Map<String, RollupRow> rows = new LinkedHashMap<>();
            for (RollupRow row : rollup.rollup(YEAR, Set.of(street ? By.STREET : By.DEPARTMENT), null, asOf, ALL)) {
                if (name.equals(row.street()) || name.equals(row.department())) {
                    rows.put(row.targetCode(), row);
                }
            }
            List<String> seen = new ArrayList<>();
            for (TargetFigure figure : rollup.targets(YEAR, asOf, slice)) {
                seen.add(figure.code());
                RollupRow row = rows.get(figure.code());
                if (row != null) {
                    same(name, figure.target(), row.target());
                    same(name, figure.achieved(), row.achieved());
                    same(name, figure.rate(), row.rate());
                    assertThat(figure.basis()).isEqualTo(row.basis());
                }
            }
            assertThat(seen).containsAll(rows.keySet());
            assertThat(rollup.rollup(YEAR, Set.of(street ? By.STREET : By.DEPARTMENT), null, asOf, slice))
                    .extracting(street ? RollupRow::street : RollupRow::department)
                    .containsOnly(name);
        }
        assertThat(rollup.targets(YEAR, asOf, AccessScope.of(Set.of(), Set.of())))
                .isEmpty();
        assertThat(rollup.nodes(YEAR, NodeState.ALL, asOf, AccessScope.of(Set.of(), Set.of())))
                .isEmpty();
    }

    @Test
    void aTrendIsTheSummaryOfEachMonthEnd() {
        random.write(9, 12);
        for (Instant knownAt : new Instant[] {null, random.known.firstKey()}) {
            LocalDate day = LocalDate.of(YEAR, 8, 13);
            List<TrendPoint> trend = rollup.trend(YEAR, new AsOf(day, knownAt), ALL);
            assertThat(trend).hasSize(12);
            for (TrendPoint point : trend) {
                UnitSummary summary = rollup.summary(YEAR, null, new AsOf(point.cutOff(), knownAt), ALL)
                        .getFirst();
                if (point.cutOff().isAfter(day)) {
                    assertThat(point.rate()).isNull();
                } else {
                    same("trend " + point.month(), point.rate(), summary.rate());
                    same("trend " + point.month(), point.expected(), summary.expected());
                }
            }
            assertThat(trend.get(7).cutOff()).isEqualTo(day);
        }
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnTheNumberOfProjects() {
        random.write(3, 4);
        List<Integer> few = statements();
        database.clear();
        random.write(3, 40);
        assertThat(statements()).isEqualTo(few).allMatch(count -> count <= 14);
    }

    private List<Integer> statements() {
        AtomicInteger count = new AtomicInteger();
        DSLContext counting =
                DSL.using(sql.configuration().derive(new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext context) {
                        count.incrementAndGet();
                    }
                })));
        RollupService counted = new RollupService(
                new RollupQueries(counting), new LedgerSumQueries(counting), transactions, calendars, clock);
        LocalDate day = LocalDate.of(YEAR, 10, 20);
        List<Integer> counts = new ArrayList<>();
        for (Instant knownAt : new Instant[] {null, random.known.firstKey()}) {
            AsOf asOf = new AsOf(day, knownAt);
            for (Runnable call : List.<Runnable>of(
                    () -> counted.targets(YEAR, asOf, ALL),
                    () -> counted.summary(YEAR, By.STREET, asOf, ALL),
                    () -> counted.rollup(YEAR, Set.of(By.STREET), null, asOf, ALL),
                    () -> counted.rollup(YEAR, Set.of(By.STREET, By.DEPARTMENT), null, asOf, ALL),
                    () -> counted.explain(YEAR, "F1", null, null, asOf, ALL),
                    () -> counted.nodes(YEAR, NodeState.ALL, asOf, ALL),
                    () -> counted.trend(YEAR, asOf, ALL))) {
                count.set(0);
                call.run();
                counts.add(count.get());
            }
        }
        return counts;
    }

    @Test
    void whatDoesNotExistIsRefusedAndAnEmptyYearIsAnswered() {
        random.write(1, 2);
        AsOf asOf = AsOf.of(LocalDate.of(YEAR, 10, 31));
        for (Runnable call : List.<Runnable>of(
                () -> rollup.targets(2031, asOf, ALL),
                () -> rollup.nodes(2031, NodeState.ALL, asOf, ALL),
                () -> rollup.rollup(YEAR, Set.of(By.STREET), "没有", asOf, ALL),
                () -> rollup.explain(YEAR, "没有", null, null, asOf, ALL),
                () -> rollup.explain(YEAR, "F1", "没有街道", null, asOf, ALL),
                () -> rollup.explain(YEAR, "F1", "更新科", null, asOf, ALL),
                () -> rollup.explain(YEAR, "F1", null, "平湖街道", asOf, ALL))) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }
        assertThat(rollup.rollup(YEAR, Set.of(By.STREET), " f1 ", asOf, ALL))
                .allMatch(row -> row.targetCode().equals("F1"));
        assertThat(rollup.targets(YEAR, AsOf.of(LocalDate.MAX), ALL)).isNotEmpty();
        assertThat(rollup.targets(YEAR, AsOf.of(LocalDate.MIN), ALL)).isNotEmpty();
    }

    @Test
    void nodesAreToldByStateWithLightsAndSchedule() {
        random.write(11, 20);
        AsOf asOf = AsOf.of(LocalDate.of(YEAR, 10, 31));
        List<NodeFigure> all = rollup.nodes(YEAR, NodeState.ALL, asOf, ALL);
        List<NodeFigure> open = rollup.nodes(YEAR, NodeState.OPEN, asOf, ALL);
        List<NodeFigure> done = rollup.nodes(YEAR, NodeState.DONE, asOf, ALL);
        assertThat(open.size() + done.size()).isEqualTo(all.size());
        assertThat(open).allMatch(node -> node.actual() == null);
        assertThat(done).allMatch(node -> node.light() == Light.GREEN || node.light() == Light.YELLOW);
        assertThat(rollup.nodes(YEAR, NodeState.LATE, asOf, ALL))
                .isNotEmpty()
                .allMatch(node -> node.daysLate() > 0 && node.actual() == null)
                .allMatch(node -> node.light() == Light.ORANGE || node.light() == Light.RED);
        assertThat(rollup.nodes(YEAR, NodeState.DUE, asOf, ALL))
                .allMatch(node -> node.light() == Light.DUE_SOON && node.daysLate() == 0);
        assertThat(all)
                .allMatch(node -> node.earliestStart() != null && node.latestStart() != null)
                .allMatch(node -> node.owner().equals("张三") && !node.streets().isEmpty())
                .isSortedAccordingTo((one, other) -> one.planned().compareTo(other.planned()));
    }

    private static void same(String of, @Nullable BigDecimal figure, @Nullable BigDecimal expected) {
        if (figure == null || expected == null) {
            assertThat(figure).as(of).isEqualTo(expected);
        } else {
            assertThat(figure.subtract(expected).abs())
                    .as(of + ": " + figure + " instead of " + expected)
                    .isLessThan(new BigDecimal("1e-25"));
        }
    }
}
