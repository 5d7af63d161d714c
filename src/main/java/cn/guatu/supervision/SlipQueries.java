package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.CHANGE_LOG;
import static cn.guatu.jooq.Tables.NODE_HISTORY;
import static cn.guatu.jooq.Tables.PHASE;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.PhaseScopeQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what the nodes said before: the history that every write of a node leaves. */
@Repository
class SlipQueries {

    private final DSLContext sql;

    SlipQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The dates of a node from an instant on. */
    record Dates(
            NodeId node,
            PhaseId phase,
            LocalDate planned,
            @Nullable LocalDate forecast,
            Instant since) {}

    /** What the nodes of a year that the scope sees ever said, by node and in order. */
    List<Dates> dates(int year, AccessScope scope) {
        return sql.select(
                        NODE_HISTORY.ID,
                        NODE_HISTORY.PHASE_ID,
                        NODE_HISTORY.PLANNED,
                        NODE_HISTORY.FORECAST,
                        NODE_HISTORY.KNOWN_FROM)
                .from(NODE_HISTORY)
                .join(PHASE)
                .on(PHASE.ID.eq(NODE_HISTORY.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(PhaseScopeQueries.sees(scope, PHASE.ID, PHASE.LEAD_UNIT_ID))
                .orderBy(NODE_HISTORY.ID, NODE_HISTORY.KNOWN_FROM)
                .fetch(row -> new Dates(
                        new NodeId(row.value1()), new PhaseId(row.value2()), row.value3(), row.value4(), row.value5()));
    }

    /** Who changed anything in a year, by instant: a change has one instant and one actor. */
    Map<Instant, String> actors(int year) {
        return sql.select(CHANGE_LOG.RECORDED_AT, DSL.min(CHANGE_LOG.ACTOR))
                .from(CHANGE_LOG)
                .where(CHANGE_LOG.PLAN_YEAR.eq((short) year))
                .groupBy(CHANGE_LOG.RECORDED_AT)
                .fetchMap(CHANGE_LOG.RECORDED_AT, DSL.min(CHANGE_LOG.ACTOR));
    }
}
