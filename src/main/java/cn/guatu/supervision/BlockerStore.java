package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.BLOCKER;
import static cn.guatu.jooq.Tables.BLOCKER_CLOCK;
import static cn.guatu.jooq.Tables.BLOCKER_HISTORY;
import static cn.guatu.jooq.Tables.BLOCKER_STEP;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.TARGET;

import cn.guatu.jooq.tables.records.BlockerRecord;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Rows;
import cn.guatu.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
        Map<Long, BlockerRecord> existing = sql.selectFrom(BLOCKER)
                .where(BLOCKER.ID.in(blockers.stream()
                        .map(BlockerData::id)
                        .filter(Objects::nonNull)
                        .map(BlockerId::value)
                        .toList()))
                .forUpdate()
                .fetchMap(BLOCKER.ID);
        return BLOCKERS.save(
                sql,
                blockers.stream()
                        .map(blocker -> {
                            BlockerRecord row = toRow(blocker, version);
                            setStanding(row, row.getId() == null ? null : existing.get(row.getId()), how);
                            return row;
                        })
                        .toList(),
                how.at());
    }

    /** Changes where a blocker stands. @throws cn.guatu.platform.failure.Refusal CONFLICT when it is no longer the version */
    public void update(
            BlockerId id,
            int version,
            BlockerStatus status,
            @Nullable LocalDate due,
            BlockerStanding standing,
            Recording how) {
        BlockerRecord row = sql.fetchSingle(BLOCKER, BLOCKER.ID.eq(id.value()));
        row.setStatus(status.name());
        row.setDue(due);
        row.setNodeId(standing.node() == null ? null : standing.node().value());
        row.setOwnerId(standing.owner() == null ? null : standing.owner().value());
        row.setTier(standing.tier().name());
        row.setTierSince(standing.tierSince());
        row.setAnsweredOn(standing.answeredOn());
        row.setResolvedOn(standing.resolvedOn());
        row.setClosedOn(standing.closedOn());
        row.setReopened(standing.reopened());
        row.setVersion(version);
        BLOCKERS.save(sql, List.of(row), how.at());
    }

    /**
     * Notes what happened.
     *
     * @param onceKey what the system does by itself has one; null for what people do
     * @return false when that was done before
     */
    public boolean step(
            BlockerId id,
            @Nullable String onceKey,
            BlockerMove move,
            BlockerTier tier,
            @Nullable String note,
            Recording how) {
        try {
            sql.insertInto(BLOCKER_STEP)
                    .set(BLOCKER_STEP.BLOCKER_ID, id.value())
                    .set(BLOCKER_STEP.ONCE_KEY, onceKey)
                    .set(BLOCKER_STEP.AT, how.at())
                    .set(BLOCKER_STEP.ACTOR, how.actor())
                    .set(BLOCKER_STEP.MOVE, move.name())
                    .set(BLOCKER_STEP.TIER, tier.name())
                    .set(BLOCKER_STEP.NOTE, note)
                    .execute();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /** Sets the response days of a tier. */
    public void setResponseDays(BlockerTier tier, int days) {
        sql.deleteFrom(BLOCKER_CLOCK).where(BLOCKER_CLOCK.TIER.eq(tier.name())).execute();
        sql.insertInto(BLOCKER_CLOCK)
                .set(BLOCKER_CLOCK.TIER, tier.name())
                .set(BLOCKER_CLOCK.RESPONSE_DAYS, days)
                .execute();
    }

    /** What a list without days leaves open (docs/decisions/0018): what it calls solved was solved when it was due. */
    private static void setStanding(BlockerRecord row, @Nullable BlockerRecord before, Recording how) {
        LocalDate today = LocalDate.ofInstant(how.at(), BusinessClock.ZONE);
        row.setTier(before == null ? BlockerTier.DEPARTMENT.name() : before.getTier());
        row.setReopened(before == null ? 0 : before.getReopened());
        if (before != null) {
            row.setNodeId(before.getNodeId());
            row.setOwnerId(before.getOwnerId());
            row.setTierSince(before.getTierSince());
            row.setAnsweredOn(before.getAnsweredOn());
            row.setResolvedOn(before.getResolvedOn());
            row.setClosedOn(before.getClosedOn());
        }
        BlockerStatus status = BlockerStatus.valueOf(row.getStatus());
        LocalDate due = row.getDue();
        boolean byList = before == null || how.importId() != null;
        LocalDate day = byList && due != null && due.isBefore(today) ? due : today;
        boolean solved = status == BlockerStatus.RESOLVED || status == BlockerStatus.CLOSED;
        row.setResolvedOn(solved ? Objects.requireNonNullElse(row.getResolvedOn(), day) : null);
        row.setClosedOn(status == BlockerStatus.CLOSED ? Objects.requireNonNullElse(row.getClosedOn(), day) : null);
        if (status == BlockerStatus.COORDINATING && row.getAnsweredOn() == null) {
            row.setAnsweredOn(today);
        } else if (status == BlockerStatus.OPEN) {
            row.setAnsweredOn(null);
        }
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
