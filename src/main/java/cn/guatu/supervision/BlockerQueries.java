package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.BLOCKER;
import static cn.guatu.jooq.Tables.PHASE;

import cn.guatu.jooq.tables.records.BlockerRecord;
import cn.guatu.org.UnitId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads blockers. */
@Repository
class BlockerQueries {

    private final DSLContext sql;

    BlockerQueries(DSLContext sql) {
        this.sql = sql;
    }

    public List<Blocker> all(int year) {
        return blockers(PHASE.PLAN_YEAR.eq((short) year));
    }

    public List<Blocker> of(PhaseId phase) {
        return blockers(BLOCKER.PHASE_ID.eq(phase.value()));
    }

    private List<Blocker> blockers(Condition which) {
        return sql.select(BLOCKER.fields())
                .from(BLOCKER)
                .join(PHASE)
                .on(PHASE.ID.eq(BLOCKER.PHASE_ID))
                .where(which)
                .orderBy(BLOCKER.SORT_ORDER, BLOCKER.ID)
                .fetchInto(BLOCKER)
                .map(BlockerQueries::toBlocker);
    }

    private static Blocker toBlocker(BlockerRecord row) {
        return new Blocker(
                new BlockerId(row.getId()),
                new PhaseId(row.getPhaseId()),
                row.getProblem(),
                row.getCause() == null ? null : BlockerCause.valueOf(row.getCause()),
                row.getResponsibleName(),
                row.getResponsibleId() == null ? null : new UnitId(row.getResponsibleId()),
                row.getRaisedOn(),
                row.getDue(),
                row.getTargetId() == null ? null : new TargetId(row.getTargetId()),
                row.getQuantity(),
                row.getApprox(),
                BlockerStatus.valueOf(row.getStatus()),
                row.getSortOrder(),
                row.getVersion());
    }
}
