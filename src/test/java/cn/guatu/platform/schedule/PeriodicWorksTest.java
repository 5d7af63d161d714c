package cn.guatu.platform.schedule;

import static cn.guatu.jooq.Tables.JOB_RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** quality.md, "Exactly once": each period is worked once, whoever asks and whatever happens meanwhile. */
@GuatuTest
@Import(PeriodicWorksTest.WeeklyRounds.class)
class PeriodicWorksTest {

    @Autowired
    private PeriodicWorks works;

    @Autowired
    private WeeklyRounds rounds;

    @Autowired
    private JobRunStore store;

    @Autowired
    private RetryingTransactions transactions;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DatabaseCleaner cleaner;

    @Autowired
    private DSLContext sql;

    @BeforeEach
    void monday() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 6, 8, 9, 0));
        rounds.reset();
    }

    @Test
    void aNewProductDoesNotWorkOnWhatWasBeforeItsTime() {
        works.catchUp(rounds);

        assertThat(rounds.worked).containsExactly("2026-W24");
    }

    @Test
    void theDoorbellRingingTwiceFindsTheWorkDone() {
        works.catchUp(rounds);
        works.catchUp(rounds);

        assertThat(rounds.worked).containsExactly("2026-W24");
    }

    @Test
    void afterThreeWeeksOffEveryPeriodIsWorkedTheOldestFirst() {
        works.catchUp(rounds);
        clock.advance(Duration.ofDays(21));

        works.catchUp(rounds);

        assertThat(rounds.worked).containsExactly("2026-W24", "2026-W25", "2026-W26", "2026-W27");
    }

    @Test
    void aRunByHandAnswersAgainAndIsNotTheBeginningOfTheSchedule() {
        JobReport first = works.run("rounds", LocalDate.of(2026, 5, 7), "tester");
        JobReport again = works.run("rounds", LocalDate.of(2026, 5, 7), "tester");
        works.catchUp(rounds);

        assertThat(first.period()).isEqualTo("2026-W19").isEqualTo(again.period());
        assertThat(rounds.worked).containsExactly("2026-W19", "2026-W19", "2026-W24");
        assertThat(works.runs("rounds", 9)).extracting(JobRun::actor).containsExactly(PeriodicWorks.ACTOR, "tester");
    }

    @Test
    void aPastDayIsActedForAsOfItsEndAndTodayAsOfNow() {
        works.run("rounds", LocalDate.of(2026, 6, 4), "tester");
        works.run("rounds", LocalDate.of(2026, 6, 8), "tester");

        assertThat(rounds.instants)
                .containsExactly(
                        LocalDateTime.of(2026, 6, 4, 23, 59, 59, 999_000_000)
                                .atZone(clock.zone())
                                .toInstant(),
                        clock.now());
    }

    @Test
    void unknownWorkIsRefused() {
        assertThatThrownBy(() -> works.run("nothing", LocalDate.of(2026, 6, 8), "tester"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void oneAtATimeWhenManyAskAtOnce() throws Exception {
        List<Future<JobReport>> answers;
        try (var people = Executors.newFixedThreadPool(6)) {
            answers = people.invokeAll(IntStream.range(0, 6)
                    .<java.util.concurrent.Callable<JobReport>>mapToObj(
                            each -> () -> works.run("rounds", LocalDate.of(2026, 6, 8), "tester"))
                    .toList());
        }

        List<JobReport> reports = new ArrayList<>();
        for (Future<JobReport> answer : answers) {
            reports.add(answer.get());
        }
        assertThat(reports).extracting(JobReport::period).containsOnly("2026-W24");
        assertThat(rounds.mostAtOnce).hasValue(1);
    }

    @Test
    void whoFailsIsLeftAloneForAWhileAndTriedAgain() {
        rounds.fails = true;
        works.catchUp(rounds);
        works.catchUp(rounds);
        assertThat(rounds.worked).hasSize(1);
        JobRun failed = works.runs("rounds", 1).getFirst();
        assertThat(failed.state()).isEqualTo(JobRunState.FAILED);
        assertThat(failed.reference()).startsWith("E-");

        rounds.fails = false;
        leaseEnds("2026-W24");
        works.catchUp(rounds);

        JobRun done = works.runs("rounds", 1).getFirst();
        assertThat(done.state()).isEqualTo(JobRunState.DONE);
        assertThat(done.reference()).isNull();
    }

    @Test
    void whoLostHisLeaseCannotWriteTheOutcome() {
        JobRunStore.Claim dead = claim("one").claim();
        leaseEnds("2026-W24");
        JobRunStore.Claim heir = claim("two").claim();

        assertThat(transactions.execute(() -> store.finish(dead, JobResult.NOTHING, clock.now(), clock.now())))
                .isFalse();
        assertThat(transactions.execute(() -> store.finish(heir, JobResult.NOTHING, clock.now(), clock.now())))
                .isTrue();
    }

    @Test
    void haltedWorkWaitsAndIsCaughtUpWhenItIsResumed() {
        works.catchUp(rounds);
        transactions.run(() -> works.pause("rounds", "admin"));
        clock.advance(Duration.ofDays(14));
        works.catchUp(rounds);
        assertThat(rounds.worked).hasSize(1);

        transactions.run(() -> works.resume("rounds"));
        works.catchUp(rounds);

        assertThat(rounds.worked).containsExactly("2026-W24", "2026-W25", "2026-W26");
    }

    private JobRunStore.Outcome.Ours claim(String holder) {
        JobRunStore.Outcome outcome = transactions.execute(() -> store.claim(
                "rounds", "2026-W24", new JobRunStore.Asker(holder, "tester", true, clock.now()), workedAsOf -> true));
        return (JobRunStore.Outcome.Ours) outcome;
    }

    private void leaseEnds(String period) {
        sql.update(JOB_RUN)
                .set(JOB_RUN.LEASE_UNTIL, Instant.EPOCH)
                .where(JOB_RUN.PERIOD.eq(period))
                .execute();
    }

    /** Work that only remembers that it was done. */
    static class WeeklyRounds implements PeriodicWork {

        private final List<String> worked = new CopyOnWriteArrayList<>();
        private final List<Instant> instants = new CopyOnWriteArrayList<>();
        private final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private volatile boolean fails;

        private final FixedClock clock;

        WeeklyRounds(FixedClock clock) {
            this.clock = clock;
        }

        void reset() {
            worked.clear();
            instants.clear();
            mostAtOnce.set(0);
            fails = false;
        }

        @Override
        public String name() {
            return "rounds";
        }

        @Override
        public String title() {
            return "每周巡查";
        }

        @Override
        public String cron() {
            return "0 0 8 ? * MON";
        }

        @Override
        public List<String> due(Instant now) {
            ReportingWeek week = ReportingWeek.containing(LocalDate.ofInstant(now, clock.zone()));
            return IntStream.rangeClosed(-8, 0)
                    .mapToObj(back -> week.plus(back).toString())
                    .toList();
        }

        @Override
        public String periodOf(LocalDate businessDate) {
            return ReportingWeek.containing(businessDate).toString();
        }

        @Override
        public JobResult run(String period, Instant at) {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                worked.add(period);
                instants.add(at);
                if (fails) {
                    throw new IllegalStateException("the rounds could not be made");
                }
                return new JobResult(1, 0);
            } finally {
                atOnce.decrementAndGet();
            }
        }
    }
}
