package cn.guatu.org;

import static cn.guatu.jooq.Tables.PLAN_MONTH;
import static cn.guatu.jooq.Tables.PLAN_MONTH_STEP;

import cn.guatu.platform.persistence.Recording;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The months of plan years as rows. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PlanMonthStore {

    private static final int LONGEST_FINDINGS = 4_000;

    private final DSLContext sql;

    PlanMonthStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes the row of an untouched month and locks it, so that two people cannot take the same step. */
    public Optional<PlanMonth> lock(int year, int month, Recording how) {
        sql.insertInto(PLAN_MONTH)
                .set(PLAN_MONTH.PLAN_YEAR, (short) year)
                .set(PLAN_MONTH.MONTH, (byte) month)
                .set(PLAN_MONTH.STATE, MonthState.OPEN.name())
                .set(PLAN_MONTH.ENTERED_AT, how.at())
                .set(PLAN_MONTH.ENTERED_BY, how.actor())
                .set(PLAN_MONTH.VERSION, 1)
                .onDuplicateKeyIgnore()
                .execute();
        return sql.selectFrom(PLAN_MONTH)
                .where(PLAN_MONTH.PLAN_YEAR.eq((short) year))
                .and(PLAN_MONTH.MONTH.eq((byte) month))
                .forUpdate()
                .fetchOptional(row -> PlanMonthQueries.toMonth(row, how.at()));
    }

    public void write(PlanMonth month) {
        PlanMonth.Reopening reopening = month.reopening();
        sql.update(PLAN_MONTH)
                .set(PLAN_MONTH.STATE, month.state().name())
                .set(PLAN_MONTH.ENTERED_AT, month.enteredAt())
                .set(PLAN_MONTH.ENTERED_BY, month.enteredBy())
                .set(PLAN_MONTH.OBJECTION_UNTIL, month.objectionUntil())
                .set(PLAN_MONTH.APPROVED_BY, month.approvedBy())
                .set(PLAN_MONTH.APPROVED_AT, month.approvedAt())
                .set(PLAN_MONTH.PUBLISHED_AT, month.publishedAt())
                .set(PLAN_MONTH.REOPENED_FOR, reopening == null ? null : reopening.person())
                .set(PLAN_MONTH.REOPEN_SCOPE, reopening == null ? null : reopening.scope())
                .set(PLAN_MONTH.REOPEN_REASON, reopening == null ? null : reopening.reason())
                .set(PLAN_MONTH.REOPEN_UNTIL, reopening == null ? null : reopening.until())
                .set(PLAN_MONTH.VERSION, PLAN_MONTH.VERSION.plus(DSL.inline(1)))
                .where(PLAN_MONTH.PLAN_YEAR.eq((short) month.year()))
                .and(PLAN_MONTH.MONTH.eq((byte) month.month()))
                .execute();
    }

    public void journal(
            PlanMonth month, MonthStep step, Instant at, String by, @Nullable String note, @Nullable String findings) {
        sql.insertInto(PLAN_MONTH_STEP)
                .set(PLAN_MONTH_STEP.PLAN_YEAR, (short) month.year())
                .set(PLAN_MONTH_STEP.MONTH, (byte) month.month())
                .set(PLAN_MONTH_STEP.STEP, step.name())
                .set(PLAN_MONTH_STEP.TAKEN_AT, at)
                .set(PLAN_MONTH_STEP.TAKEN_BY, by)
                .set(PLAN_MONTH_STEP.NOTE, note)
                .set(
                        PLAN_MONTH_STEP.FINDINGS,
                        findings == null || findings.length() <= LONGEST_FINDINGS
                                ? findings
                                : findings.substring(0, LONGEST_FINDINGS - 1) + "…")
                .execute();
    }
}
