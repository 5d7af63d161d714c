package cn.guatu.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.progress.LedgerService;
import cn.guatu.project.Category;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.rollup.rule.LedgerSums;
import cn.guatu.security.AccessScope;
import cn.guatu.target.Direction;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * {@code bench/rollup}: does the roll-up cost the same whatever the history (quality.md)? The same year twice, once with a thousand
 * facts and once with a million; what is compared is run in turns and the median of the ratios counts. Not part of {@code ./verify}.
 */
@GuatuTest
class RollupBench {

    private static final int FEW_YEAR = 2025;
    private static final int MANY_YEAR = 2026;
    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("guatu.bench.facts", 1_000_000);
    private static final LocalDate FULL_MONTHS = LocalDate.of(MANY_YEAR, 9, 30);
    private static final int ROUNDS = 15;
    private static final int TARGETS = 2;
    private static final int STREETS = 10;
    private static final int DEPARTMENTS = 5;
    private static final int PHASES = 50;

    @Autowired
    private OrgService org;

    @Autowired
    private PlanYearService years;

    @Autowired
    private TargetService targets;

    @Autowired
    private ProjectService projects;

    @Autowired
    private LedgerService ledger;

    @Autowired
    private RollupService rollup;

    @Autowired
    private LedgerSumQueries sums;

    @Autowired
    private DSLContext sql;

    @Autowired
    private DatabaseCleaner database;

    @Autowired
    private FixedClock clock;

    private final List<UnitId> streets = new ArrayList<>();
    private final List<UnitId> departments = new ArrayList<>();

    @Test
    void theRollUpCostsTheSameWhateverTheHistory() {
        database.clear();
        clock.set(LocalDate.of(MANY_YEAR, 10, 20));
        units();
        List<Long> few = year(FEW_YEAR, FEW);
        List<Long> many = year(MANY_YEAR, MANY);
        long before = System.nanoTime();
        ledger.rebuild();
        say("首次重建 %d 条：%.0f ms", FEW + MANY, millis(System.nanoTime() - before));
        sql.execute("analyze table recognition, recognition_share, monthly_total");
        check(FEW_YEAR, few);
        check(MANY_YEAR, many);

        Runnable readFew = () -> read(few, FULL_MONTHS.withYear(FEW_YEAR));
        Runnable readMany = () -> read(many, FULL_MONTHS);
        Runnable openMonth = () -> read(many, clock.today());
        Runnable scan = () -> sql.fetchValue("select sum(quantity) from recognition");
        Runnable group =
                () -> sql.execute("select r.target_id, s.street_id, p.lead_unit_id, sum(s.quantity) from recognition r"
                        + " join recognition_share s on s.recognition_id = r.id join phase p on p.id = r.phase_id"
                        + " group by r.target_id, s.street_id, p.lead_unit_id");
        Runnable cells = () -> rollup.rollup(
                MANY_YEAR, Set.of(By.STREET, By.DEPARTMENT), null, AsOf.of(FULL_MONTHS), AccessScope.everything());
        Runnable fewCells = () -> rollup.rollup(
                FEW_YEAR,
                Set.of(By.STREET, By.DEPARTMENT),
                null,
                AsOf.of(FULL_MONTHS.withYear(FEW_YEAR)),
                AccessScope.everything());
        String size = MANY + "条";
        report("读汇总 " + size + "/1千条（目标 ≤ 1.2）", ratio(readMany, readFew, ROUNDS * 10));
        report("读汇总/裸扫描 " + size + "（100万条时目标 ≤ 0.01）", ratio(readMany, scan, ROUNDS));
        report("今天（月中）读汇总/裸扫描 " + size, ratio(openMonth, scan, ROUNDS));
        report("街道×科室全部指标（服务）" + size + "/1千条（目标 ≤ 1.2）", ratio(cells, fewCells, ROUNDS * 4));
        report("重建/分组扫描 " + size + "（目标 ≤ 1.5）", ratio(ledger::rebuild, group, 3));
        check(MANY_YEAR, many);
        say("核对：两年各格与分录逐条汇总一致。");
    }

    private void units() {
        List<UnitData> data = new ArrayList<>();
        for (int i = 0; i < STREETS; i++) {
            data.add(new UnitData(null, "街道" + i, UnitKind.STREET, null, i));
        }
        for (int i = 0; i < DEPARTMENTS; i++) {
            data.add(new UnitData(null, "科室" + i, UnitKind.DEPARTMENT, null, STREETS + i));
        }
        List<UnitId> ids = org.saveUnits(data, how(MANY_YEAR));
        streets.addAll(ids.subList(0, STREETS));
        departments.addAll(ids.subList(STREETS, ids.size()));
    }

    private List<Long> year(int year, int facts) {
        years.create(year, PlanYearState.ACTIVE, how(year));
        List<TargetData> data = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            data.add(new TargetData(
                    null,
                    year,
                    "T" + i,
                    "指标" + i,
                    "公顷",
                    TargetKind.FLOW,
                    Direction.UP,
                    null,
                    Pace.MONTH_LINEAR,
                    departments.getFirst(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    i));
        }
        List<TargetId> ids = targets.save(data, how(year));
        targets.addVersions(
                ids.stream()
                        .map(id -> new TargetVersionData(
                                id,
                                VersionStatus.CONFIRMED,
                                BigDecimal.valueOf(100_000),
                                false,
                                null,
                                null,
                                null,
                                null))
                        .toList(),
                how(year));
        List<PhaseData> phases = new ArrayList<>();
        for (int i = 0; i < PHASES; i++) {
            UnitId first = streets.get(i % STREETS);
            UnitId second = streets.get((i + 1) % STREETS);
            phases.add(new PhaseData(
                    null,
                    "P" + i,
                    year,
                    "一期",
                    "项目" + i,
                    Category.OTHER,
                    PlanNature.PLANNED,
                    departments.get(i / STREETS % DEPARTMENTS),
                    null,
                    "张三",
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    i % 5 == 0
                            ? List.of(
                                    new Share(first, new BigDecimal("0.6"), 0),
                                    new Share(second, new BigDecimal("0.4"), 1))
                            : List.of(new Share(first, BigDecimal.ONE, 0)),
                    i));
        }
        projects.savePhases(phases, how(year));
        facts(year, facts);
        return ids.stream().map(TargetId::value).toList();
    }

    /** Facts as the ledger would have written them, but by the million: spread over targets, phases and the days of the year. */
    private void facts(int year, int count) {
        sql.execute(
                """
                insert into recognition (phase_id, target_id, quantity, occurred_on, evidence, recorded_by, recorded_at)
                select p.first + (n.n * 7) mod ?, t.first + n.n mod ?, 1 + (n.n mod 997) / 100,
                       date_add(?, interval (n.n * 13) mod 293 day), concat('E', n.n), 'bench', '2025-01-01 00:00:00'
                from (select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d n
                      from (%1$s) a cross join (%1$s) b cross join (%1$s) c
                      cross join (%1$s) e cross join (%1$s) f cross join (%1$s) g) n
                cross join (select min(id) first from phase where plan_year = ?) p
                cross join (select min(id) first from target where plan_year = ?) t
                where n.n < ?
                """.formatted("select 0 d union all select 1 union all select 2 union all select 3 union all select 4"
                        + " union all select 5 union all select 6 union all select 7 union all select 8"
                        + " union all select 9"),
                PHASES,
                TARGETS,
                LocalDate.of(year, 1, 1),
                year,
                year,
                count);
        sql.execute("""
                insert into recognition_share (recognition_id, street_id, share, quantity)
                select r.id, s.street_id, s.share, r.quantity * s.share
                from recognition r join phase_share s on s.phase_id = r.phase_id
                join phase p on p.id = r.phase_id
                where p.plan_year = ?
                """, year);
    }

    /** The maintained totals say what the rows say, cell by cell. */
    private void check(int year, List<Long> ids) {
        for (LocalDate day : List.of(FULL_MONTHS, FULL_MONTHS.minusDays(20), FULL_MONTHS.minusDays(9), clock.today())) {
            AsOf asOf = AsOf.of(day.withYear(year));
            Set<LedgerSums.Sum> byTotals = new HashSet<>();
            sums.added(ids, year, asOf, clock.today(), true).forEach(each -> byTotals.add(plain(each)));
            Set<LedgerSums.Sum> byRows = new HashSet<>();
            sums.added(ids, year, new AsOf(asOf.date(), clock.now()), clock.today(), true)
                    .forEach(each -> byRows.add(plain(each)));
            assertThat(byTotals).isNotEmpty().isEqualTo(byRows);
        }
    }

    private static LedgerSums.Sum plain(LedgerSums.Sum sum) {
        return new LedgerSums.Sum(
                sum.target(),
                sum.street(),
                sum.department(),
                sum.quantity().stripTrailingZeros(),
                sum.denominator().stripTrailingZeros(),
                sum.recent().stripTrailingZeros(),
                sum.involved().stripTrailingZeros(),
                sum.involvedDenominator().stripTrailingZeros());
    }

    private void read(List<Long> ids, LocalDate day) {
        sums.added(ids, day.getYear(), AsOf.of(day), clock.today(), false);
    }

    private Recording how(int year) {
        return new Recording(clock.now(), "bench", year, null);
    }

    /** The median of the ratios of pairs that are run in turns, after a warm-up. */
    private static double ratio(Runnable one, Runnable other, int rounds) {
        one.run();
        other.run();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            double first = time(one);
            ratios.add(first / time(other));
        }
        Collections.sort(ratios);
        return ratios.get(ratios.size() / 2);
    }

    private static double time(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return millis(System.nanoTime() - before);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static void report(String what, double ratio) {
        say("%-48s %.4f", what, ratio);
    }

    private static void say(String format, Object... values) {
        System.out.println("bench/rollup " + String.format(Locale.ROOT, format, values));
    }
}
