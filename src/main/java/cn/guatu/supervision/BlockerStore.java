package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.BLOCKER;
import static cn.guatu.jooq.Tables.BLOCKER_HISTORY;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.TARGET;

import cn.guatu.jooq.tables.records.BlockerRecord;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Blockers as rows. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BlockerStore {

    private static final Rows<BlockerRecord> BLOCKERS = new Rows<>(
            "堵点",
            BLOCKER,
            BLOCKER_HISTORY,
            BLOCKER.ID,
            BLOCKER.VERSION,
            List.of(BLOCKER.PHASE_ID, BLOCKER.PROBLEM_KEY));

    private final DSLContext sql;

    BlockerStore(DSLContext sql) {
        this.sql = sql;
    }

    public Rows.Saved save(List<BlockerData> blockers, @Nullable Integer version, Recording how) {
        return BLOCKERS.save(
                sql, blockers.stream().map(blocker -> toRow(blocker, version)).toList(), how.at());
    }

    /** How many of the blockers belong to each year. */
    public Map<Integer, Integer> countByYear(Collection<Long> blockers) {
        Map<Integer, Integer> counts = new TreeMap<>();
        if (!blockers.isEmpty()) {
            sql.select(PHASE.PLAN_YEAR, DSL.count())
                    .from(BLOCKER)
                    .join(PHASE)
                    .on(PHASE.ID.eq(BLOCKER.PHASE_ID))
                    .where(BLOCKER.ID.in(blockers))
                    .groupBy(PHASE.PLAN_YEAR)
                    .forEach(row -> counts.put(row.value1().intValue(), row.value2()));
        }
        return counts;
    }

    /** Whether any of the blockers names a target of another year than their phase's. */
    public boolean anyForeignTarget(Collection<Long> blockers) {
        return !blockers.isEmpty()
                && sql.fetchExists(DSL.selectOne()
                        .from(BLOCKER)
                        .join(PHASE)
                        .on(PHASE.ID.eq(BLOCKER.PHASE_ID))
                        .join(TARGET)
                        .on(TARGET.ID.eq(BLOCKER.TARGET_ID))
                        .where(BLOCKER.ID.in(blockers))
                        .and(TARGET.PLAN_YEAR.ne(PHASE.PLAN_YEAR)));
    }

    private static BlockerRecord toRow(BlockerData blocker, @Nullable Integer version) {
        BlockerRecord row = new BlockerRecord();
        row.setId(blocker.id() == null ? null : blocker.id().value());
        row.setPhaseId(blocker.phase().value());
        row.setProblem(blocker.problem());
        row.setProblemKey(TextKey.of(blocker.problem()));
        row.setCause(blocker.cause() == null ? null : blocker.cause().name());
        row.setResponsibleName(blocker.responsible());
        row.setResponsibleId(
                blocker.responsibleUnit() == null
                        ? null
                        : blocker.responsibleUnit().value());
        row.setRaisedOn(blocker.raisedOn());
        row.setDue(blocker.due());
        row.setTargetId(blocker.target() == null ? null : blocker.target().value());
        row.setQuantity(blocker.quantity());
        row.setApprox(blocker.approx());
        row.setStatus(blocker.status().name());
        row.setSortOrder(blocker.sortOrder());
        row.setVersion(version);
        return row;
    }
}
