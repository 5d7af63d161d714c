package cn.guatu.org;

import static cn.guatu.jooq.Tables.CHANGE_LOG;
import static cn.guatu.jooq.Tables.PLAN_YEAR;

import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads the change log. */
@Repository
class ChangeLogQueries {

    private final DSLContext sql;

    ChangeLogQueries(DSLContext sql) {
        this.sql = sql;
    }

    public long latest() {
        return value(sql.select(DSL.max(CHANGE_LOG.SEQ)).from(CHANGE_LOG).fetchOne(DSL.max(CHANGE_LOG.SEQ)));
    }

    public long latest(int year) {
        return value(sql.select(DSL.max(CHANGE_LOG.SEQ))
                .from(CHANGE_LOG)
                .where(CHANGE_LOG.PLAN_YEAR.eq((short) year).or(CHANGE_LOG.PLAN_YEAR.isNull()))
                .fetchOne(DSL.max(CHANGE_LOG.SEQ)));
    }

    public boolean isArchived(int year) {
        return sql.fetchExists(
                PLAN_YEAR,
                PLAN_YEAR.PLAN_YEAR_.eq((short) year).and(PLAN_YEAR.STATE.eq(PlanYearState.ARCHIVED.name())));
    }

    public boolean builtUpon(long importId, int year) {
        // From the first row of the import on: numbers are given before the commit, so a change that ran beside the
        // import may have a number between the import's own.
        var first = DSL.select(DSL.min(CHANGE_LOG.SEQ)).from(CHANGE_LOG).where(CHANGE_LOG.IMPORT_ID.eq(importId));
        return sql.fetchExists(DSL.selectOne()
                .from(CHANGE_LOG)
                .where(CHANGE_LOG.SEQ.gt(first))
                .and(CHANGE_LOG.IMPORT_ID.isNull().or(CHANGE_LOG.IMPORT_ID.ne(importId)))
                .and(CHANGE_LOG.PLAN_YEAR.eq((short) year).or(CHANGE_LOG.PLAN_YEAR.isNull())));
    }

    private static long value(@Nullable Long seq) {
        return Objects.requireNonNullElse(seq, 0L);
    }
}
