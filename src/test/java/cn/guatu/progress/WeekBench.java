package cn.guatu.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.jooq.Tables;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SignedIn;
import cn.guatu.testing.SmallDistrict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * {@code bench/week}: what a weekly save costs beside a bare insert (quality.md), with all checks, the version, the step and the change
 * log; in turns, the median of the ratios counts. Every acknowledged save must be there once. Not part of {@code ./verify}.
 */
@GuatuTest
class WeekBench {

    private static final int PHASES = 250;
    private static final int NODES = 4;
    private static final int ITEMS = PHASES * NODES;
    private static final int TARGETS = 20;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = Integer.getInteger("guatu.bench.rounds", 5);

    @Autowired
    private ReportService reports;

    @Autowired
    private ReportReview review;

    @Autowired
    private DSLContext sql;

    @Autowired
    private DatabaseCleaner database;

    @Autowired
    private FixedClock clock;

    private final List<ReportKey> spread = new ArrayList<>();
    private final List<ReportKey> together = new ArrayList<>();

    @Test
    void aWeeklySaveCostsLittleMoreThanABareInsert() throws Exception {
        database.clear();
        // A year without a notice of holidays: every week is an ordinary one.
        clock.set(LocalDateTime.of(2027, 1, 11, 9, 0));
        SmallDistrict world = new SmallDistrict(sql);
        world.year(2026);
        UnitId lead = world.unit("更新科", "DEPARTMENT");
        UnitId street = world.unit("甲街道", "STREET");
        List<TargetId> targets = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            targets.add(world.target(2026, "T" + i, TargetKind.FLOW, lead));
        }
        items(world, lead, street, targets);
        measure();
    }

    private void measure() throws Exception {
        // Tests run without durability; what is measured runs as the product does: a commit is on the disk.
        sql.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        try {
            warmUp();
            measureSaves();
            measureOneTarget();
        } finally {
            sql.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
        }
    }

    // A server that has run for a minute, not one that has just started.
    private void warmUp() throws Exception {
        for (int round = 0; round < WARM_UP; round++) {
            nextWeek();
            run(8, i -> bare(spread.get(i)));
            run(8, i -> save(spread.get(i)));
        }
    }

    private void measureSaves() throws Exception {
        for (int threads : new int[] {1, 8, 32}) {
            List<Double> ratios = new ArrayList<>();
            List<long[]> latencies = new ArrayList<>();
            double saves = 0;
            for (int round = 0; round < ROUNDS; round++) {
                nextWeek();
                double inserts = run(threads, i -> bare(spread.get(i))).perSecond();
                Run saved = run(threads, i -> save(spread.get(i)));
                check(spread);
                latencies.add(saved.nanos());
                saves = saved.perSecond();
                ratios.add(saves / inserts);
            }
            long[] all =
                    latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            say(
                    "%2d 线程：保存/裸插入 %.3f（8 线程目标 ≥ 0.25），%.0f 次/秒，p99/p50 %.1f（目标 ≤ 5）",
                    threads, median(ratios), saves, (double) at(all, 0.99) / at(all, 0.5));
        }
    }

    private void measureOneTarget() throws Exception {
        List<Double> contended = new ArrayList<>();
        List<Double> approvals = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            nextWeek();
            double apart = run(8, i -> save(spread.get(i))).perSecond();
            contended.add(run(8, i -> save(together.get(i))).perSecond() / apart);
            double posted = run(8, i -> approve(spread.get(i))).perSecond();
            approvals.add(run(8, i -> approve(together.get(i))).perSecond() / posted);
        }
        say("8 线程保存：同一指标/分散 %.3f（目标 ≥ 0.7）", median(contended));
        say("8 线程审核并计入：同一指标/分散 %.3f", median(approvals));
        check(spread);
        check(together);
        say("核对：每一次应答的保存都在，且只有一份。");
    }

    private void items(SmallDistrict world, UnitId lead, UnitId street, List<TargetId> targets) {
        ReportingWeek week = ReportingWeek.of(2026, 3);
        List<Query> named = new ArrayList<>();
        for (int i = 0; i < PHASES * 2; i++) {
            PhaseId phase = world.phase(2026, "P" + i, lead);
            world.share(phase, street, "1", 0);
            TargetId target = i < PHASES ? targets.get(1 + i % (TARGETS - 1)) : targets.getFirst();
            for (int n = 0; n < NODES; n++) {
                NodeId node = world.node(phase, "节点" + n);
                named.add(sql.update(Tables.NODE)
                        .set(Tables.NODE.TARGET_ID, target.value())
                        .where(Tables.NODE.ID.eq(node.value())));
                (i < PHASES ? spread : together).add(new ReportKey(week, phase, node));
            }
        }
        sql.batch(named).execute();
    }

    private void save(ReportKey item) {
        reports.submit(new Submission(now(item), claim(item), 0));
    }

    private void approve(ReportKey item) {
        review.approve(Approval.asProposed(now(item), 1));
    }

    // The phase grows by one a week and node, so that every approval has something to post and nothing falls.
    private Claim claim(ReportKey item) {
        BigDecimal cumulative = BigDecimal.valueOf(now(item).week().week() * 10L + item.nodeKey() % NODES);
        return new Claim(
                cumulative, null, null, null, "按证载面积", "本周完成征求意见并汇总修改", "下周报批", "无", LocalDate.of(2026, 6, 30), false);
    }

    private void bare(ReportKey item) {
        sql.insertInto(Tables.REPORT_STEP)
                .set(Tables.REPORT_STEP.WEEK_START, LocalDate.of(2020, 1, 6))
                .set(Tables.REPORT_STEP.PHASE_ID, item.phase().value())
                .set(Tables.REPORT_STEP.NODE_KEY, item.nodeKey())
                .set(Tables.REPORT_STEP.ACTION, "SUBMITTED")
                .set(Tables.REPORT_STEP.VERSION, 1)
                .set(Tables.REPORT_STEP.PROGRESS, "本周完成征求意见并汇总修改")
                .set(Tables.REPORT_STEP.NEXT_STEPS, "下周报批")
                .set(Tables.REPORT_STEP.DIFFICULTY, "无")
                .set(Tables.REPORT_STEP.NO_CHANGE, false)
                .set(Tables.REPORT_STEP.ACTOR, "bench")
                .set(Tables.REPORT_STEP.RECORDED_AT, clock.now())
                .execute();
    }

    /** How long each call took, and all of them together. */
    private record Run(long[] nanos, long whole) {

        double perSecond() {
            return nanos.length * 1e9 / whole;
        }
    }

    private static Run run(int threads, IntConsumer call) throws Exception {
        long[] nanos = new long[ITEMS];
        long before = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                running.add(pool.submit(() -> SignedIn.program().does(() -> {
                    for (int i = first; i < ITEMS; i += threads) {
                        long began = System.nanoTime();
                        call.accept(i);
                        nanos[i] = System.nanoTime() - began;
                    }
                    return true;
                })));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        return new Run(nanos, System.nanoTime() - before);
    }

    private void check(List<ReportKey> items) {
        for (ReportKey item : items) {
            assertThat(sql.select(Tables.WEEKLY_REPORT.CUMULATIVE)
                            .from(Tables.WEEKLY_REPORT)
                            .where(ReportQueries.is(now(item)))
                            .fetch(Tables.WEEKLY_REPORT.CUMULATIVE))
                    .singleElement()
                    .satisfies(kept ->
                            assertThat(kept).isEqualByComparingTo(claim(item).cumulative()));
        }
    }

    private void nextWeek() {
        clock.advance(Duration.ofDays(7));
    }

    private ReportKey now(ReportKey item) {
        return item.in(ReportingWeek.containing(clock.today()));
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))];
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void say(String format, Object... values) {
        System.out.println("bench/week " + String.format(Locale.ROOT, format, values));
    }
}
