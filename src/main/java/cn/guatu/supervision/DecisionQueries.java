package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.DECISION;

import cn.guatu.jooq.tables.records.DecisionRecord;
import cn.guatu.org.UnitId;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads decisions. */
@Repository
class DecisionQueries {

    private final DSLContext sql;

    DecisionQueries(DSLContext sql) {
        this.sql = sql;
    }

    public List<Decision> all(int year) {
        return sql.selectFrom(DECISION)
                .where(DECISION.PLAN_YEAR.eq((short) year))
                .orderBy(DECISION.SORT_ORDER, DECISION.ID)
                .fetch(DecisionQueries::toDecision);
    }

    private static Decision toDecision(DecisionRecord row) {
        return new Decision(
                new DecisionId(row.getId()),
                row.getPlanYear(),
                row.getMeetingDate(),
                row.getMatter(),
                new UnitId(row.getLeadUnitId()),
                row.getAssisting(),
                row.getDue(),
                DecisionStatus.valueOf(row.getStatus()),
                row.getProgress(),
                row.getSortOrder(),
                row.getVersion());
    }
}
