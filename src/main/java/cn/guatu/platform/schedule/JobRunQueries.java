package cn.guatu.platform.schedule;

import static cn.guatu.jooq.Tables.JOB_PAUSE;
import static cn.guatu.jooq.Tables.JOB_RUN;

import cn.guatu.jooq.tables.records.JobRunRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads how periodic work stands. */
@Repository
class JobRunQueries {

    private final DSLContext sql;

    JobRunQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The runs of some periods, by period. */
    Map<String, JobRun> runs(String job, List<String> periods) {
        return sql
                .selectFrom(JOB_RUN)
                .where(JOB_RUN.JOB.eq(job))
                .and(JOB_RUN.PERIOD.in(periods))
                .fetch(JobRunQueries::toRun)
                .stream()
                .collect(Collectors.toMap(JobRun::period, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** The first period that the schedule ever worked on: what lies before it was before the product's time. */
    Optional<String> firstScheduled(String job) {
        return sql.select(DSL.min(JOB_RUN.PERIOD))
                .from(JOB_RUN)
                .where(JOB_RUN.JOB.eq(job))
                .and(JOB_RUN.SCHEDULED)
                .fetchOptional(DSL.min(JOB_RUN.PERIOD));
    }

    /** The latest periods first. */
    List<JobRun> latest(String job, int limit) {
        return sql.selectFrom(JOB_RUN)
                .where(JOB_RUN.JOB.eq(job))
                .orderBy(JOB_RUN.PERIOD.desc())
                .limit(limit)
                .fetch(JobRunQueries::toRun);
    }

    /** Who halted which work. */
    Map<String, String> paused() {
        return sql.selectFrom(JOB_PAUSE).fetchMap(JOB_PAUSE.JOB, JOB_PAUSE.PAUSED_BY);
    }

    private static JobRun toRun(JobRunRecord row) {
        return new JobRun(
                row.getJob(),
                row.getPeriod(),
                JobRunState.valueOf(row.getState()),
                row.getHolder(),
                row.getActor(),
                row.getStartedAt(),
                row.getEndedAt(),
                row.getWorkedAsOf(),
                row.getCreatedCount(),
                row.getSkippedCount(),
                row.getCreatedTotal(),
                row.getFailures(),
                row.getReference(),
                row.getMessage());
    }
}
