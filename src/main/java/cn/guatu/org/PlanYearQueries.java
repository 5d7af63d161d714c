package cn.guatu.org;

import static cn.guatu.jooq.Tables.PLAN_YEAR;

import cn.guatu.jooq.tables.records.PlanYearRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads the plan years. */
@Repository
class PlanYearQueries {

    private final DSLContext sql;

    PlanYearQueries(DSLContext sql) {
        this.sql = sql;
    }

    public List<PlanYear> all() {
        return sql.selectFrom(PLAN_YEAR).orderBy(PLAN_YEAR.PLAN_YEAR_.desc()).fetch(PlanYearQueries::toYear);
    }

    public Optional<PlanYear> find(int year) {
        return sql.selectFrom(PLAN_YEAR)
                .where(PLAN_YEAR.PLAN_YEAR_.eq((short) year))
                .fetchOptional(PlanYearQueries::toYear);
    }

    static PlanYear toYear(PlanYearRecord row) {
        return new PlanYear(row.getPlanYear(), PlanYearState.valueOf(row.getState()));
    }
}
