package cn.guatu.planning;

import static cn.guatu.jooq.Tables.CARRIED_NODE;
import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.RECOGNITION;

import cn.guatu.project.NodeId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What was carried from a year, and what its nodes have recognised. */
@Repository
class TurnQueries {

    private final DSLContext sql;

    TurnQueries(DSLContext sql) {
        this.sql = sql;
    }

    Set<NodeId> carriedFrom(int year) {
        return sql.select(CARRIED_NODE.FROM_NODE_ID)
                .from(CARRIED_NODE)
                .join(NODE)
                .on(NODE.ID.eq(CARRIED_NODE.FROM_NODE_ID))
                .join(PHASE)
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .fetchSet(row -> new NodeId(row.value1()));
    }

    /** Σ of the ledger by node of a year, for the target that the node names. */
    Map<NodeId, BigDecimal> recognised(int year) {
        return sql.select(RECOGNITION.NODE_ID, DSL.sum(RECOGNITION.QUANTITY))
                .from(RECOGNITION)
                .join(NODE)
                .on(NODE.ID.eq(RECOGNITION.NODE_ID))
                .and(NODE.TARGET_ID.eq(RECOGNITION.TARGET_ID))
                .join(PHASE)
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .groupBy(RECOGNITION.NODE_ID)
                .fetchMap(row -> new NodeId(row.value1()), row -> row.value2());
    }
}
