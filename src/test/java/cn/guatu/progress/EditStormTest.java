package cn.guatu.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.jooq.Tables;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;

/** Issue "The model": what is maintained posting by posting equals a rebuild from the ledger, to the last digit. */
@GuatuTest
class EditStormTest {

    private static final int THREADS = 6;
    private static final int EDITS = 60;

    @Autowired
    LedgerService ledger;

    @Autowired
    RetryingTransactions transactions;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    private final List<UnitId> departments = new ArrayList<>();
    private final List<TargetId> targets = new ArrayList<>();
    private final List<PhaseId> phases = new ArrayList<>();
    private final AtomicInteger busyEdits = new AtomicInteger();

    @Test
    void maintained_totals_equal_a_rebuild_after_a_storm_of_edits() throws Exception {
        SmallDistrict world = district();

        List<Callable<Integer>> storms = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            storms.add(() -> storm(number, new Random(20_260_101L + number)));
        }
        int done = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var each : threads.invokeAll(storms)) {
                done += each.get();
            }
        }

        Map<String, String> maintained = world.totals();
        ledger.rebuild();
        assertThat(world.totals()).isEqualTo(maintained);
        assertThat(maintained).isNotEmpty();
        assertThat(ledger.rows(2026)).hasSize(done);
        assertThat(busyEdits.get()).isLessThan(THREADS * EDITS / 10);
    }

    /** How many rows this thread has posted. */
    private int storm(int thread, Random random) {
        int posted = 0;
        List<RecognitionId> mine = new ArrayList<>();
        for (int edit = 0; edit < EDITS; edit++) {
            try {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        if (!mine.isEmpty()) {
                            ledger.reverse(mine.removeLast(), null, "登记错误", how());
                            posted++;
                        }
                    }
                    case 1 -> lead(pick(phases, random), pick(departments, random));
                    case 2 ->
                        posted += ledger.postAll(
                                        List.of(
                                                row(random, thread + "-" + edit + "a"),
                                                row(random, thread + "-" + edit + "b"),
                                                row(random, thread + "-" + edit + "c")),
                                        how())
                                .size();
                    default -> {
                        mine.add(ledger.post(row(random, thread + "-" + edit), how()));
                        posted++;
                    }
                }
            } catch (Refusal refusal) {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INADMISSIBLE);
            } catch (PessimisticLockingFailureException busy) {
                // Lost against the others in every retry, which MySQL does in a storm as dense as this: then nothing of
                // it may stay.
                busyEdits.incrementAndGet();
            }
        }
        return posted;
    }

    private NewRecognition row(Random random, String evidence) {
        TargetId target = pick(targets, random);
        boolean ratio = target.equals(targets.getLast());
        return new NewRecognition(
                pick(phases, random),
                target,
                null,
                null,
                LocalDate.of(2026, random.nextInt(1, 11), random.nextInt(1, 29)),
                BigDecimal.valueOf(random.nextLong(1, 99_000_000), 6),
                ratio ? BigDecimal.valueOf(random.nextLong(1, 99_000_000), 6) : null,
                false,
                evidence,
                null,
                null);
    }

    private void lead(PhaseId phase, UnitId to) {
        transactions.run(() -> {
            long from = dsl.select(Tables.PHASE.LEAD_UNIT_ID)
                    .from(Tables.PHASE)
                    .where(Tables.PHASE.ID.eq(phase.value()))
                    .forUpdate()
                    .fetchSingle()
                    .value1();
            dsl.update(Tables.PHASE)
                    .set(Tables.PHASE.LEAD_UNIT_ID, to.value())
                    .where(Tables.PHASE.ID.eq(phase.value()))
                    .execute();
            ledger.leadChanged(Map.of(phase, new UnitId(from)), how());
        });
    }

    private SmallDistrict district() {
        cleaner.clear();
        SmallDistrict world = new SmallDistrict(dsl);
        world.year(2026);
        for (String name : List.of("更新科", "整备科", "土地科")) {
            departments.add(world.unit(name, "DEPARTMENT"));
        }
        UnitId 甲 = world.unit("甲街道", "STREET");
        UnitId 乙 = world.unit("乙街道", "STREET");
        UnitId 丙 = world.unit("丙街道", "STREET");
        targets.add(world.target(2026, "GH-01", TargetKind.FLOW, departments.getFirst()));
        targets.add(world.target(2026, "GH-02", TargetKind.FLOW, departments.getFirst()));
        targets.add(world.target(2026, "BL-01", TargetKind.RATIO, departments.getFirst()));
        for (int i = 0; i < 5; i++) {
            PhaseId phase = world.phase(2026, "LG0" + i, departments.get(i % 3));
            world.share(phase, 甲, "0.333333333334", 0);
            world.share(phase, 乙, "0.333333333333", 1);
            world.share(phase, 丙, "0.333333333333", 2);
            phases.add(phase);
        }
        return world;
    }

    private Recording how() {
        return new Recording(clock.now(), "tester", 2026, null);
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
