package cn.guatu.org;

import static cn.guatu.jooq.Tables.CHANGE_LOG;

import cn.guatu.platform.persistence.Recording;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the change log. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ChangeLogStore {

    private final DSLContext sql;

    ChangeLogStore(DSLContext sql) {
        this.sql = sql;
    }

    public long insert(Recording how, @Nullable Integer planYear, String kind, String subject) {
        return sql.insertInto(CHANGE_LOG)
                .set(CHANGE_LOG.PLAN_YEAR, planYear == null ? null : planYear.shortValue())
                .set(CHANGE_LOG.KIND, kind)
                .set(CHANGE_LOG.SUBJECT, subject)
                .set(CHANGE_LOG.IMPORT_ID, how.importId())
                .set(CHANGE_LOG.ACTOR, how.actor())
                .set(CHANGE_LOG.RECORDED_AT, how.at())
                .returningResult(CHANGE_LOG.SEQ)
                .fetchSingle()
                .value1();
    }
}
