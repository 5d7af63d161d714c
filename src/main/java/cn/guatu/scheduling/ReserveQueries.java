package cn.guatu.scheduling;

import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.RESERVE_PHASE;
import static cn.guatu.jooq.Tables.RESERVE_SWAP;

import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads who is where in the pool of reserve, and what was swapped in. */
@Repository
class ReserveQueries {

    /** The place that somebody gave a phase. */
    record Place(
            PoolState state,
            BigDecimal probability,
            @Nullable String remark,
            int version) {}

    private final DSLContext sql;

    ReserveQueries(DSLContext sql) {
        this.sql = sql;
    }

    public Map<PhaseId, Place> places(int year) {
        Map<PhaseId, Place> places = new HashMap<>();
        sql.select(
                        RESERVE_PHASE.PHASE_ID,
                        RESERVE_PHASE.POOL,
                        RESERVE_PHASE.PROBABILITY,
                        RESERVE_PHASE.REMARK,
                        RESERVE_PHASE.VERSION)
                .from(RESERVE_PHASE)
                .join(PHASE)
                .on(PHASE.ID.eq(RESERVE_PHASE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .forEach(row -> places.put(
                        new PhaseId(row.value1()),
                        new Place(PoolState.valueOf(row.value2()), row.value3(), row.value4(), row.value5())));
        return places;
    }

    public List<Swap> swaps(int year) {
        return sql.selectFrom(RESERVE_SWAP)
                .where(RESERVE_SWAP.PLAN_YEAR.eq((short) year))
                .orderBy(RESERVE_SWAP.RECORDED_AT.desc(), RESERVE_SWAP.ID.desc())
                .fetch(row -> new Swap(
                        new TargetId(row.getTargetId()),
                        new PhaseId(row.getInPhaseId()),
                        row.getOutPhaseId() == null ? null : new PhaseId(row.getOutPhaseId()),
                        row.getQuantity(),
                        row.getReason(),
                        row.getActor(),
                        row.getRecordedAt()));
    }
}
