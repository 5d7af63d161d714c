package cn.guatu.org;

import static cn.guatu.jooq.Tables.PLAN_YEAR;

import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Violations;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The plan years as rows. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PlanYearStore {

    private final DSLContext sql;

    PlanYearStore(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<PlanYear> lock(int year) {
        return sql.selectFrom(PLAN_YEAR)
                .where(PLAN_YEAR.PLAN_YEAR_.eq((short) year))
                .forUpdate()
                .fetchOptional(PlanYearQueries::toYear);
    }

    public void insert(int year, PlanYearState state, Recording how) {
        Violations.explained(
                "年度",
                () -> sql.insertInto(PLAN_YEAR)
                        .set(PLAN_YEAR.PLAN_YEAR_, (short) year)
                        .set(PLAN_YEAR.STATE, state.name())
                        .set(PLAN_YEAR.CREATED_AT, how.at())
                        .set(PLAN_YEAR.VERSION, 1)
                        .execute());
    }

    public void setState(int year, PlanYearState state) {
        sql.update(PLAN_YEAR)
                .set(PLAN_YEAR.STATE, state.name())
                .set(PLAN_YEAR.VERSION, PLAN_YEAR.VERSION.plus(1))
                .where(PLAN_YEAR.PLAN_YEAR_.eq((short) year))
                .execute();
    }
}
