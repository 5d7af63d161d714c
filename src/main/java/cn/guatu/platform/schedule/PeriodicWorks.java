package cn.guatu.platform.schedule;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.schedule.JobRunStore.Asker;
import cn.guatu.platform.schedule.JobRunStore.Claim;
import cn.guatu.platform.schedule.JobRunStore.Outcome;
import cn.guatu.platform.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does periodic work, each period once. The doorbell, the start, the end of an outage, a repeated call and a call by hand are one code path:
 * claim the period, do what is not done, write the outcome under the claim's fence.
 */
@Component
public class PeriodicWorks {

    /** Who works when nobody asked. */
    public static final String ACTOR = "系统·定时任务";

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicWorks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(JobRunStore.LEASE_SECONDS + 15L);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Map<String, PeriodicWork> works = new LinkedHashMap<>();
    private final JobRunQueries queries;
    private final JobRunStore store;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final Leases leases;
    private final String holder = ServerName.here();

    PeriodicWorks(
            List<PeriodicWork> works,
            JobRunQueries queries,
            JobRunStore store,
            RetryingTransactions transactions,
            BusinessClock clock,
            Leases leases) {
        works.forEach(work -> this.works.put(work.name(), work));
        this.queries = queries;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.leases = leases;
    }

    /** All the work there is. */
    public List<PeriodicWork> all() {
        return List.copyOf(works.values());
    }

    /** The work of this name, when there is one. */
    public Optional<PeriodicWork> find(String name) {
        return Optional.ofNullable(works.get(name));
    }

    /**
     * Does the work of a business date's period by hand, also when it was done before: then everything is found done. While another thread
     * or server is at it, this waits for its turn.
     *
     * @param name of the work
     * @param businessDate the day to act for; today is acted for as of now, another day as of its end
     * @param actor who asks
     * @throws Refusal NOT_FOUND for unknown work, CONFLICT when another run takes too long
     */
    public JobReport run(String name, LocalDate businessDate, String actor) {
        PeriodicWork work = find(name).orElseThrow(() -> Refusal.notFound("没有名为“" + name + "”的任务，请核对任务名称。"));
        String period = work.periodOf(businessDate);
        Instant at = businessDate.equals(clock.today())
                ? clock.now()
                : businessDate
                        .plusDays(1)
                        .atStartOfDay(clock.zone())
                        .toInstant()
                        .minusMillis(1);
        Claim claim = await(work, period, actor);
        JobResult result = worked(work, claim, at);
        return new JobReport(name, period, result.created(), result.skipped());
    }

    /**
     * Does what is due and not done of one piece of work, the oldest period first. A failure is noted and tried again later.
     *
     * @return how many periods were worked
     */
    public int catchUp(PeriodicWork work) {
        if (queries.paused().containsKey(work.name())) {
            return 0;
        }
        Instant now = clock.now();
        int worked = 0;
        for (String period : outstanding(work, now)) {
            Predicate<Instant> settled = workedAsOf -> work.settled(period, workedAsOf, now);
            Outcome outcome = transactions.execute(
                    () -> store.claim(work.name(), period, new Asker(holder, ACTOR, true, now), settled));
            if (outcome instanceof Outcome.Ours ours) {
                try {
                    worked(work, ours.claim(), now);
                    worked++;
                } catch (RuntimeException noted) {
                    LOG.warn("{} {} 未完成,稍后自动重试;其后的周期随后补做。", work.title(), period);
                    return worked;
                }
            }
        }
        return worked;
    }

    /** Catches up on all work. */
    public int catchUp() {
        return all().stream().mapToInt(this::catchUp).sum();
    }

    /** How each piece of work stands, without the doorbell's next time. */
    List<JobState> states() {
        Map<String, String> paused = queries.paused();
        return all().stream()
                .map(work -> new JobState(
                        work,
                        paused.containsKey(work.name()),
                        paused.get(work.name()),
                        null,
                        queries.latest(work.name(), 1).stream().findFirst().orElse(null)))
                .toList();
    }

    /** The latest periods of a piece of work, the latest first. */
    public List<JobRun> runs(String name, int limit) {
        return queries.latest(name, limit);
    }

    /** Halts work, within the caller's transaction: no doorbell and no catching up until it is resumed. Runs by hand stay possible. */
    public void pause(String name, String by) {
        store.pause(name, by, clock.now());
    }

    /** Lets halted work go on, within the caller's transaction; what was missed is caught up. */
    public void resume(String name) {
        store.pause(name, null, clock.now());
    }

    /** What is due and not done. Before the first period that the schedule worked on there was nothing to do; at first only the latest. */
    private List<String> outstanding(PeriodicWork work, Instant now) {
        List<String> due = work.due(now);
        if (due.isEmpty()) {
            return due;
        }
        String first = queries.firstScheduled(work.name()).orElse(due.getLast());
        Map<String, JobRun> runs = queries.runs(work.name(), due);
        return due.stream()
                .filter(period -> period.compareTo(first) >= 0)
                .filter(period -> !isSettled(work, runs.get(period), now))
                .toList();
    }

    private static boolean isSettled(PeriodicWork work, @Nullable JobRun run, Instant now) {
        return run != null
                && run.state() == JobRunState.DONE
                && run.workedAsOf() != null
                && work.settled(run.period(), run.workedAsOf(), now);
    }

    private Claim await(PeriodicWork work, String period, String actor) {
        for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(PAUSE)) {
            Outcome outcome = transactions.execute(() -> store.claim(
                    work.name(), period, new Asker(holder, actor, false, clock.now()), workedAsOf -> false));
            if (outcome instanceof Outcome.Ours ours) {
                return ours.claim();
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw Refusal.conflict(work.title() + "（" + period + "）正在运行，请稍后再试。");
    }

    private JobResult worked(PeriodicWork work, Claim claim, Instant at) {
        try (Leases.Held held = leases.hold(claim)) {
            JobResult result = work.run(claim.period(), at);
            if (!transactions.execute(() -> store.finish(claim, result, at, clock.now()))) {
                LOG.warn("{} {} 的处理权已转给另一台服务器,本次结果不登记。", work.title(), claim.period());
            } else if (result.created() > 0) {
                LOG.info("{} {}:新办 {} 项,已办 {} 项。", work.title(), claim.period(), result.created(), result.skipped());
            }
            return result;
        } catch (RuntimeException failure) {
            FailureReport report = FailureReport.of(failure);
            LOG.warn("{} {} 失败,编号 {}:{}", work.title(), claim.period(), report.reference(), report.sentence());
            transactions.run(() -> store.fail(claim, report.reference(), report.sentence(), clock.now()));
            throw failure;
        }
    }
}
