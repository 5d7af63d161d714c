package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.DECISION;
import static cn.guatu.jooq.Tables.DECISION_HISTORY;
import static cn.guatu.jooq.Tables.DECISION_STEP;
import static org.jooq.impl.DSL.max;

import cn.guatu.jooq.tables.records.DecisionRecord;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Temporal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads decisions. */
@Repository
class DecisionQueries {

    private final DSLContext sql;

    DecisionQueries(DSLContext sql) {
        this.sql = sql;
    }

    public List<Decision> all(int year, @Nullable Instant knownAt) {
        return sql.select(DECISION.fields())
                .from(Temporal.asKnown(DECISION, DECISION_HISTORY, knownAt))
                .where(DECISION.PLAN_YEAR.eq((short) year))
                .orderBy(DECISION.SORT_ORDER, DECISION.ID)
                .fetchInto(DECISION)
                .map(DecisionQueries::toDecision);
    }

    public Optional<Decision> find(DecisionId id) {
        return sql.selectFrom(DECISION).where(DECISION.ID.eq(id.value())).fetchOptional(DecisionQueries::toDecision);
    }

    public List<Decision> ofMeeting(int year, LocalDate heldOn) {
        return sql.selectFrom(DECISION)
                .where(DECISION.PLAN_YEAR.eq((short) year))
                .and(DECISION.MEETING_DATE.eq(heldOn))
                .orderBy(DECISION.SORT_ORDER, DECISION.ID)
                .fetch(DecisionQueries::toDecision);
    }

    /** The next place in the list of a year. */
    public int nextPlace(int year) {
        Integer last = sql.select(max(DECISION.SORT_ORDER))
                .from(DECISION)
                .where(DECISION.PLAN_YEAR.eq((short) year))
                .fetchSingle()
                .value1();
        return last == null ? 1 : last + 1;
    }

    /** Those that were handed out, are past their day and not called so yet, of all years. */
    public List<Decision> late(LocalDate today) {
        return sql.selectFrom(DECISION)
                .where(DECISION.DUE.lt(today))
                .and(DECISION.STATUS.in(
                        DecisionStatus.ASSIGNED.name(),
                        DecisionStatus.SIGNED.name(),
                        DecisionStatus.IN_PROGRESS.name()))
                .orderBy(DECISION.ID)
                .fetch(DecisionQueries::toDecision);
    }

    /** Those that nobody was given yet, of all years. */
    public List<Decision> notHandedOut() {
        return sql.selectFrom(DECISION)
                .where(DECISION.STATUS.eq(DecisionStatus.NOT_ASSIGNED.name()))
                .orderBy(DECISION.ID)
                .fetch(DecisionQueries::toDecision);
    }

    /** Those that were to be closed between two days, both included, as known then. */
    public List<DueItem> due(int year, LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        return sql.select(
                        DECISION.ID,
                        DECISION.MATTER,
                        DECISION.LEAD_UNIT_ID,
                        DECISION.DUE,
                        DECISION.STATUS,
                        DECISION.DONE_ON)
                .from(Temporal.asKnown(DECISION, DECISION_HISTORY, knownAt))
                .where(DECISION.PLAN_YEAR.eq((short) year))
                .and(DECISION.DUE.between(from, to))
                .orderBy(DECISION.DUE, DECISION.ID)
                .fetch(row -> new DueItem(
                        true,
                        row.get(DECISION.ID),
                        row.get(DECISION.MATTER),
                        new UnitId(row.get(DECISION.LEAD_UNIT_ID)),
                        row.get(DECISION.DUE),
                        row.get(DECISION.STATUS).equals(DecisionStatus.CLOSED.name())
                                ? row.get(DECISION.DONE_ON)
                                : null));
    }

    /** What happened to a decision, first things first. */
    public List<DecisionStep> steps(DecisionId decision) {
        return sql.selectFrom(DECISION_STEP)
                .where(DECISION_STEP.DECISION_ID.eq(decision.value()))
                .orderBy(DECISION_STEP.AT, DECISION_STEP.ID)
                .fetch(row -> new DecisionStep(
                        row.getAt(), row.getActor(), DecisionMove.valueOf(row.getMove()), row.getNote()));
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
                new DecisionDays(row.getHandedOn(), row.getSignedOn(), row.getDoneOn(), row.getClosedOn()),
                row.getSortOrder(),
                row.getVersion());
    }
}
