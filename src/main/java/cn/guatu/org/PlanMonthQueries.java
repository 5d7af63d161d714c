package cn.guatu.org;

import static cn.guatu.jooq.Tables.PLAN_MONTH;
import static cn.guatu.jooq.Tables.PLAN_MONTH_STEP;

import cn.guatu.jooq.tables.records.PlanMonthRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads the months of plan years. */
@Repository
class PlanMonthQueries {

    private final DSLContext sql;

    PlanMonthQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The months of a year that somebody has touched, by month. */
    public Map<Integer, PlanMonth> of(int year, Instant now) {
        return sql.selectFrom(PLAN_MONTH)
                .where(PLAN_MONTH.PLAN_YEAR.eq((short) year))
                .fetchMap(row -> row.getMonth().intValue(), row -> toMonth(row, now));
    }

    public Optional<PlanMonth> find(int year, int month, Instant now) {
        return sql.selectFrom(PLAN_MONTH)
                .where(PLAN_MONTH.PLAN_YEAR.eq((short) year))
                .and(PLAN_MONTH.MONTH.eq((byte) month))
                .fetchOptional(row -> toMonth(row, now));
    }

    public List<MonthStepTaken> steps(int year, int month) {
        return sql.selectFrom(PLAN_MONTH_STEP)
                .where(PLAN_MONTH_STEP.PLAN_YEAR.eq((short) year))
                .and(PLAN_MONTH_STEP.MONTH.eq((byte) month))
                .orderBy(PLAN_MONTH_STEP.ID)
                .fetch(row -> new MonthStepTaken(
                        MonthStep.valueOf(row.getStep()),
                        row.getTakenAt(),
                        row.getTakenBy(),
                        row.getNote(),
                        row.getFindings()));
    }

    static PlanMonth toMonth(PlanMonthRecord row, Instant now) {
        MonthState kept = MonthState.valueOf(row.getState());
        Instant until = row.getReopenUntil();
        boolean over = kept == MonthState.REOPENED && until != null && !until.isAfter(now);
        return new PlanMonth(
                row.getPlanYear(),
                row.getMonth(),
                over ? MonthState.PUBLISHED : kept,
                over ? until : row.getEnteredAt(),
                row.getEnteredBy(),
                row.getObjectionUntil(),
                row.getApprovedBy(),
                row.getApprovedAt(),
                row.getPublishedAt(),
                until == null
                        ? null
                        : new PlanMonth.Reopening(
                                row.getReopenedFor(),
                                row.getReopenScope(),
                                row.getReopenReason(),
                                until,
                                row.getEnteredBy()));
    }
}
