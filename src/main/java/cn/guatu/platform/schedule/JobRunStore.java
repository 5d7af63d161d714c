package cn.guatu.platform.schedule;

import static cn.guatu.jooq.Tables.JOB_PAUSE;
import static cn.guatu.jooq.Tables.JOB_RUN;

import java.time.Instant;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Claims on periods. Leases are measured by the clock of the database, which all servers share. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JobRunStore {

    static final int LEASE_SECONDS = 30;

    private final DSLContext sql;

    JobRunStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A claim: who works on which period, and the how-manieth holder he is. */
    record Claim(String job, String period, int fence) {}

    /** Who asks for a period: a person by hand or the schedule. */
    record Asker(String holder, String actor, boolean scheduled, Instant now) {}

    /** What became of the wish to work on a period: a claim, or why there is none. */
    sealed interface Outcome {
        /** The period is ours. */
        record Ours(Claim claim) implements Outcome {}

        /** Somebody else is at work. */
        record Held() implements Outcome {}

        /** There is nothing to do, or it is too early to try again. */
        record Settled() implements Outcome {}
    }

    /**
     * Claims a period by insert, or by taking over what is finished, failed or left behind.
     *
     * @param settled whether what was worked for up to an instant is enough
     */
    Outcome claim(String job, String period, Asker asker, Predicate<Instant> settled) {
        var row = sql.select(JOB_RUN.STATE, JOB_RUN.FENCE, JOB_RUN.WORKED_AS_OF, DSL.field(leaseHolds()))
                .from(JOB_RUN)
                .where(is(job, period))
                .forUpdate()
                .fetchOne();
        if (row == null) {
            return insert(job, period, asker) ? new Outcome.Ours(new Claim(job, period, 1)) : new Outcome.Held();
        }
        boolean held = row.value4();
        boolean running = row.value1().equals(JobRunState.RUNNING.name());
        if (running && held) {
            return new Outcome.Held();
        }
        if (asker.scheduled()) {
            boolean failedJustNow = row.value1().equals(JobRunState.FAILED.name()) && held;
            boolean enough =
                    row.value1().equals(JobRunState.DONE.name()) && row.value3() != null && settled.test(row.value3());
            if (failedJustNow || enough) {
                return new Outcome.Settled();
            }
        }
        int fence = row.value2() + 1;
        sql.update(JOB_RUN)
                .set(JOB_RUN.STATE, JobRunState.RUNNING.name())
                .set(JOB_RUN.FENCE, fence)
                .set(JOB_RUN.HOLDER, asker.holder())
                .set(JOB_RUN.LEASE_UNTIL, inSeconds(LEASE_SECONDS))
                .set(JOB_RUN.SCHEDULED, asker.scheduled() ? DSL.inline(true) : JOB_RUN.SCHEDULED)
                .set(JOB_RUN.ACTOR, asker.actor())
                .set(JOB_RUN.STARTED_AT, asker.now())
                .setNull(JOB_RUN.ENDED_AT)
                .where(is(job, period))
                .execute();
        return new Outcome.Ours(new Claim(job, period, fence));
    }

    /** False when somebody else was faster. */
    private boolean insert(String job, String period, Asker asker) {
        return sql.insertInto(JOB_RUN)
                        .set(JOB_RUN.JOB, job)
                        .set(JOB_RUN.PERIOD, period)
                        .set(JOB_RUN.STATE, JobRunState.RUNNING.name())
                        .set(JOB_RUN.FENCE, 1)
                        .set(JOB_RUN.HOLDER, asker.holder())
                        .set(JOB_RUN.LEASE_UNTIL, inSeconds(LEASE_SECONDS))
                        .set(JOB_RUN.SCHEDULED, asker.scheduled())
                        .set(JOB_RUN.ACTOR, asker.actor())
                        .set(JOB_RUN.STARTED_AT, asker.now())
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    /** Keeps the claim a while longer; false when it has passed to somebody else. */
    boolean renew(Claim claim) {
        return sql.update(JOB_RUN)
                        .set(JOB_RUN.LEASE_UNTIL, inSeconds(LEASE_SECONDS))
                        .where(holds(claim))
                        .execute()
                == 1;
    }

    /** Writes the outcome of a run that succeeded; false when the claim has passed to somebody else. */
    boolean finish(Claim claim, JobResult result, Instant workedAsOf, Instant now) {
        Field<Instant> latest = DSL.greatest(
                DSL.coalesce(JOB_RUN.WORKED_AS_OF, DSL.val(workedAsOf, JOB_RUN.WORKED_AS_OF)),
                DSL.val(workedAsOf, JOB_RUN.WORKED_AS_OF));
        return sql.update(JOB_RUN)
                        .set(JOB_RUN.STATE, JobRunState.DONE.name())
                        .set(JOB_RUN.ENDED_AT, now)
                        .set(JOB_RUN.WORKED_AS_OF, latest)
                        .set(JOB_RUN.CREATED_COUNT, result.created())
                        .set(JOB_RUN.SKIPPED_COUNT, result.skipped())
                        .set(JOB_RUN.CREATED_TOTAL, JOB_RUN.CREATED_TOTAL.plus(result.created()))
                        .set(JOB_RUN.FAILURES, 0)
                        .setNull(JOB_RUN.REFERENCE)
                        .setNull(JOB_RUN.MESSAGE)
                        .where(holds(claim))
                        .execute()
                == 1;
    }

    /** Writes that a run failed. The schedule leaves the period alone for a while that grows: 1, 2, 4 … 32 minutes. */
    void fail(Claim claim, String reference, String message, Instant now) {
        Field<Instant> later = DSL.field(
                "utc_timestamp(6) + interval (60 * pow(2, least({0}, 5))) second",
                JOB_RUN.LEASE_UNTIL.getDataType(), JOB_RUN.FAILURES);
        sql.update(JOB_RUN)
                .set(JOB_RUN.STATE, JobRunState.FAILED.name())
                .set(JOB_RUN.LEASE_UNTIL, later)
                .set(JOB_RUN.ENDED_AT, now)
                .set(JOB_RUN.FAILURES, JOB_RUN.FAILURES.plus(1))
                .set(JOB_RUN.REFERENCE, reference)
                .set(JOB_RUN.MESSAGE, message.length() <= 400 ? message : message.substring(0, 400))
                .where(holds(claim))
                .execute();
    }

    /** Halts work; null as who resumes it. */
    void pause(String job, @Nullable String by, Instant at) {
        if (by == null) {
            sql.deleteFrom(JOB_PAUSE).where(JOB_PAUSE.JOB.eq(job)).execute();
        } else {
            sql.insertInto(JOB_PAUSE)
                    .set(JOB_PAUSE.JOB, job)
                    .set(JOB_PAUSE.PAUSED_AT, at)
                    .set(JOB_PAUSE.PAUSED_BY, by)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    private static Field<Instant> inSeconds(int seconds) {
        return DSL.field(
                "utc_timestamp(6) + interval {0} second", JOB_RUN.LEASE_UNTIL.getDataType(), DSL.inline(seconds));
    }

    private static Condition leaseHolds() {
        return DSL.condition("{0} > utc_timestamp(6)", JOB_RUN.LEASE_UNTIL);
    }

    private static Condition is(String job, String period) {
        return JOB_RUN.JOB.eq(job).and(JOB_RUN.PERIOD.eq(period));
    }

    private static Condition holds(Claim claim) {
        return is(claim.job(), claim.period())
                .and(JOB_RUN.FENCE.eq(claim.fence()))
                .and(JOB_RUN.STATE.eq(JobRunState.RUNNING.name()));
    }
}
