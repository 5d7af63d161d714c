package cn.guatu.planning;

import static cn.guatu.jooq.Tables.HAND_OVER;
import static cn.guatu.jooq.Tables.HAND_OVER_ITEM;

import cn.guatu.org.PersonId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes hand-overs with what they moved. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class HandOverStore {

    private final DSLContext sql;

    HandOverStore(DSLContext sql) {
        this.sql = sql;
    }

    public long add(
            int year,
            String from,
            @Nullable PersonId fromId,
            PersonId to,
            LocalDate effectiveFrom,
            @Nullable String reason,
            List<PhaseId> phases,
            List<NodeId> nodes,
            Recording how) {
        sql.insertInto(HAND_OVER)
                .set(HAND_OVER.PLAN_YEAR, (short) year)
                .set(HAND_OVER.FROM_NAME, from)
                .set(HAND_OVER.FROM_ID, fromId == null ? null : fromId.value())
                .set(HAND_OVER.TO_ID, to.value())
                .set(HAND_OVER.EFFECTIVE_FROM, effectiveFrom)
                .set(HAND_OVER.REASON, reason)
                .set(HAND_OVER.ACTOR, how.actor())
                .set(HAND_OVER.RECORDED_AT, how.at())
                .execute();
        long id = sql.lastID().longValueExact();
        int position = 0;
        for (PhaseId phase : phases) {
            item(id, ++position, phase.value(), null);
        }
        for (NodeId node : nodes) {
            item(id, ++position, null, node.value());
        }
        return id;
    }

    private void item(long handOver, int position, @Nullable Long phase, @Nullable Long node) {
        sql.insertInto(HAND_OVER_ITEM)
                .set(HAND_OVER_ITEM.HAND_OVER_ID, handOver)
                .set(HAND_OVER_ITEM.POSITION, position)
                .set(HAND_OVER_ITEM.PHASE_ID, phase)
                .set(HAND_OVER_ITEM.NODE_ID, node)
                .execute();
    }

    /** @throws Refusal CONFLICT when it was taken back already */
    public void undone(long id, Recording how) {
        int done = sql.update(HAND_OVER)
                .set(HAND_OVER.UNDONE_BY, how.actor())
                .set(HAND_OVER.UNDONE_AT, how.at())
                .where(HAND_OVER.ID.eq(id))
                .and(HAND_OVER.UNDONE_AT.isNull())
                .execute();
        if (done == 0) {
            throw Refusal.conflict("这次移交已经撤销。");
        }
    }
}
