package cn.guatu.org;

import static cn.guatu.jooq.Tables.DEPUTY;

import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Violations;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes who stands in for whom. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DeputyStore {

    private final DSLContext sql;

    DeputyStore(DSLContext sql) {
        this.sql = sql;
    }

    public void add(Deputy deputy, Recording how) {
        Violations.explained(
                "代理",
                () -> sql.insertInto(DEPUTY)
                        .set(DEPUTY.PERSON_ID, deputy.person().value())
                        .set(DEPUTY.DEPUTY_ID, deputy.deputy().value())
                        .set(DEPUTY.FROM_DAY, deputy.from())
                        .set(DEPUTY.TO_DAY, deputy.to())
                        .set(DEPUTY.REASON, deputy.reason())
                        .set(DEPUTY.ACTOR, how.actor())
                        .set(DEPUTY.RECORDED_AT, how.at())
                        .execute());
    }

    /** One that would have begun later is gone altogether. */
    public void end(long id, LocalDate last) {
        sql.deleteFrom(DEPUTY)
                .where(DEPUTY.ID.eq(id))
                .and(DEPUTY.FROM_DAY.gt(last))
                .execute();
        sql.update(DEPUTY)
                .set(DEPUTY.TO_DAY, last)
                .where(DEPUTY.ID.eq(id))
                .and(DEPUTY.TO_DAY.gt(last))
                .execute();
    }
}
