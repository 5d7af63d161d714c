package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.BLOCKER;
import static cn.guatu.jooq.Tables.BLOCKER_CLOCK;
import static cn.guatu.jooq.Tables.BLOCKER_HISTORY;
import static cn.guatu.jooq.Tables.BLOCKER_STEP;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_HISTORY;

import cn.guatu.jooq.tables.records.BlockerRecord;
import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Temporal;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads blockers. */
@Repository
class BlockerQueries {

    private final DSLContext sql;

    BlockerQueries(DSLContext sql) {
        this.sql = sql;
    }

    public List<Blocker> all(int year, @Nullable Instant knownAt) {
        return blockers(PHASE.PLAN_YEAR.eq((short) year), knownAt);
    }

    public List<Blocker> of(PhaseId phase) {
        return blockers(BLOCKER.PHASE_ID.eq(phase.value()), null);
    }

    public Optional<Blocker> find(BlockerId id) {
        return blockers(BLOCKER.ID.eq(id.value()), null).stream().findFirst();
    }

    /** Those that still hold something up, of all years. */
    public List<Blocker> open() {
        return blockers(BLOCKER.STATUS.in(BlockerStatus.OPEN.name(), BlockerStatus.COORDINATING.name()), null);
    }

    /** Those that were to be solved between two days, both included, as known then. */
    public List<DueItem> due(int year, LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        return sql.select(
                        BLOCKER.ID,
                        BLOCKER.PROBLEM,
                        BLOCKER.RESPONSIBLE_ID,
                        PHASE.LEAD_UNIT_ID,
                        BLOCKER.DUE,
                        BLOCKER.STATUS,
                        BLOCKER.RESOLVED_ON)
                .from(Temporal.asKnown(BLOCKER, BLOCKER_HISTORY, knownAt))
                .join(Temporal.asKnown(PHASE, PHASE_HISTORY, knownAt))
                .on(PHASE.ID.eq(BLOCKER.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(BLOCKER.DUE.between(from, to))
                .orderBy(BLOCKER.DUE, BLOCKER.ID)
                .fetch(row -> new DueItem(
                        false,
                        row.get(BLOCKER.ID),
                        row.get(BLOCKER.PROBLEM),
                        new UnitId(Objects.requireNonNullElse(
                                row.get(BLOCKER.RESPONSIBLE_ID), row.get(PHASE.LEAD_UNIT_ID))),
                        row.get(BLOCKER.DUE),
                        row.get(BLOCKER.STATUS).equals(BlockerStatus.CLOSED.name())
                                ? row.get(BLOCKER.RESOLVED_ON)
                                : null));
    }

    /** What happened to a blocker, first things first. */
    public List<BlockerStep> steps(BlockerId blocker) {
        return sql.selectFrom(BLOCKER_STEP)
                .where(BLOCKER_STEP.BLOCKER_ID.eq(blocker.value()))
                .orderBy(BLOCKER_STEP.AT, BLOCKER_STEP.ID)
                .fetch(row -> new BlockerStep(
                        row.getAt(),
                        row.getActor(),
                        BlockerMove.valueOf(row.getMove()),
                        BlockerTier.valueOf(row.getTier()),
                        row.getNote()));
    }

    /** The response days of the tiers that somebody has set. */
    public Map<BlockerTier, Integer> responseDays() {
        Map<BlockerTier, Integer> days = new EnumMap<>(BlockerTier.class);
        sql.selectFrom(BLOCKER_CLOCK)
                .forEach(row -> days.put(BlockerTier.valueOf(row.getTier()), row.getResponseDays()));
        return days;
    }

    private List<Blocker> blockers(Condition which, @Nullable Instant knownAt) {
        return sql.select(BLOCKER.fields())
                .from(Temporal.asKnown(BLOCKER, BLOCKER_HISTORY, knownAt))
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
                new BlockerStanding(
                        row.getNodeId() == null ? null : new NodeId(row.getNodeId()),
                        row.getOwnerId() == null ? null : new PersonId(row.getOwnerId()),
                        BlockerTier.valueOf(row.getTier()),
                        Objects.requireNonNullElse(row.getTierSince(), row.getRaisedOn()),
                        row.getAnsweredOn(),
                        row.getResolvedOn(),
                        row.getClosedOn(),
                        row.getReopened()),
                row.getSortOrder(),
                row.getVersion());
    }
}
