package cn.guatu.scheduling;

import static cn.guatu.jooq.Tables.RESERVE_PHASE;
import static cn.guatu.jooq.Tables.RESERVE_PHASE_HISTORY;
import static cn.guatu.jooq.Tables.RESERVE_SWAP;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Temporal;
import cn.guatu.platform.persistence.Violations;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the pool of reserve. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReserveStore {

    private final DSLContext sql;

    ReserveStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Places a phase; version 0 is one that nobody has placed before. */
    public void place(
            PhaseId phase,
            int version,
            PoolState state,
            BigDecimal probability,
            @Nullable String remark,
            Recording how) {
        Violations.explained("储备项目", () -> {
            if (version == 0) {
                sql.insertInto(RESERVE_PHASE)
                        .set(RESERVE_PHASE.PHASE_ID, phase.value())
                        .set(RESERVE_PHASE.POOL, state.name())
                        .set(RESERVE_PHASE.PROBABILITY, probability)
                        .set(RESERVE_PHASE.REMARK, remark)
                        .set(RESERVE_PHASE.VERSION, 1)
                        .execute();
            } else if (sql.update(RESERVE_PHASE)
                            .set(RESERVE_PHASE.POOL, state.name())
                            .set(RESERVE_PHASE.PROBABILITY, probability)
                            .set(RESERVE_PHASE.REMARK, remark)
                            .set(RESERVE_PHASE.VERSION, version + 1)
                            .where(RESERVE_PHASE.PHASE_ID.eq(phase.value()))
                            .and(RESERVE_PHASE.VERSION.eq(version))
                            .execute()
                    == 0) {
                throw Refusal.conflict("这个储备项目刚刚被他人调整，您的修改没有保存；请刷新后核对。");
            }
            return true;
        });
        Temporal.keep(sql, RESERVE_PHASE, RESERVE_PHASE_HISTORY, RESERVE_PHASE.PHASE_ID.eq(phase.value()), how.at());
    }

    public void swapped(int year, Swap swap, PlanNature before) {
        sql.insertInto(RESERVE_SWAP)
                .set(RESERVE_SWAP.PLAN_YEAR, (short) year)
                .set(RESERVE_SWAP.TARGET_ID, swap.target().value())
                .set(RESERVE_SWAP.IN_PHASE_ID, swap.in().value())
                .set(
                        RESERVE_SWAP.OUT_PHASE_ID,
                        swap.out() == null ? null : swap.out().value())
                .set(RESERVE_SWAP.QUANTITY, swap.quantity())
                .set(RESERVE_SWAP.NATURE_BEFORE, before.name())
                .set(RESERVE_SWAP.REASON, swap.reason())
                .set(RESERVE_SWAP.ACTOR, swap.actor())
                .set(RESERVE_SWAP.RECORDED_AT, swap.at())
                .execute();
    }
}
