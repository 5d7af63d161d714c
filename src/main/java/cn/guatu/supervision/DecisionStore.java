package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.DECISION;
import static cn.guatu.jooq.Tables.DECISION_HISTORY;
import static cn.guatu.jooq.Tables.DECISION_STEP;

import cn.guatu.jooq.tables.records.DecisionRecord;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Rows;
import cn.guatu.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decisions as rows. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DecisionStore {

    private static final Rows<DecisionRecord> DECISIONS = new Rows<>(
            "议定事项",
            DECISION,
            DECISION_HISTORY,
            DECISION.ID,
            DECISION.VERSION,
            List.of(DECISION.MATTER_KEY, DECISION.MEETING_DATE, DECISION.PLAN_YEAR));

    private final DSLContext sql;

    DecisionStore(DSLContext sql) {
        this.sql = sql;
    }

    public Rows.Saved save(List<DecisionData> decisions, @Nullable Integer version, Recording how) {
        Map<Long, DecisionRecord> existing = sql.selectFrom(DECISION)
                .where(DECISION.ID.in(decisions.stream()
                        .map(DecisionData::id)
                        .filter(Objects::nonNull)
                        .map(DecisionId::value)
                        .toList()))
                .forUpdate()
                .fetchMap(DECISION.ID);
        return DECISIONS.save(
                sql,
                decisions.stream()
                        .map(decision -> {
                            DecisionRecord row = toRow(decision, version);
                            setDays(row, row.getId() == null ? null : existing.get(row.getId()), how);
                            return row;
                        })
                        .toList(),
                how.at());
    }

    /** Changes where a decision stands. @throws cn.guatu.platform.failure.Refusal CONFLICT when it is no longer the version */
    public void update(DecisionId id, int version, DecisionStatus status, DecisionDays days, Recording how) {
        DecisionRecord row = sql.fetchSingle(DECISION, DECISION.ID.eq(id.value()));
        row.setStatus(status.name());
        row.setHandedOn(days.handedOn());
        row.setSignedOn(days.signedOn());
        row.setDoneOn(days.doneOn());
        row.setClosedOn(days.closedOn());
        row.setVersion(version);
        DECISIONS.save(sql, List.of(row), how.at());
    }

    /** Notes who moved it. */
    public void step(DecisionId id, DecisionMove move, DecisionStatus from, @Nullable String note, Recording how) {
        sql.insertInto(DECISION_STEP)
                .set(DECISION_STEP.DECISION_ID, id.value())
                .set(DECISION_STEP.AT, how.at())
                .set(DECISION_STEP.ACTOR, how.actor())
                .set(DECISION_STEP.MOVE, move.name())
                .set(DECISION_STEP.FROM_STATUS, from.name())
                .set(DECISION_STEP.TO_STATUS, move.to().name())
                .set(DECISION_STEP.NOTE, note)
                .execute();
    }

    /** The days that a list without days leaves open (docs/decisions/0018): what it calls done was done when it was due, unless it was 滞后. */
    private static void setDays(DecisionRecord row, @Nullable DecisionRecord before, Recording how) {
        DecisionStatus status = DecisionStatus.valueOf(row.getStatus());
        LocalDate today = LocalDate.ofInstant(how.at(), BusinessClock.ZONE);
        boolean handed = status != DecisionStatus.NOT_ASSIGNED;
        if (before != null) {
            boolean now = before.getStatus().equals(DecisionStatus.NOT_ASSIGNED.name());
            row.setHandedOn(!handed ? null : now ? today : before.getHandedOn());
            row.setSignedOn(handed && status != DecisionStatus.ASSIGNED ? before.getSignedOn() : null);
            row.setDoneOn(before.getDoneOn());
            row.setClosedOn(before.getClosedOn());
        }
        if (status == DecisionStatus.CLOSED) {
            boolean late = before != null
                    && (how.importId() == null || before.getStatus().equals(DecisionStatus.LAGGING.name()));
            LocalDate day = late || today.isBefore(row.getDue()) ? today : row.getDue();
            row.setClosedOn(Objects.requireNonNullElse(row.getClosedOn(), day));
            row.setDoneOn(Objects.requireNonNullElse(row.getDoneOn(), day));
        } else {
            row.setClosedOn(null);
            row.setDoneOn(
                    status == DecisionStatus.TO_VERIFY ? Objects.requireNonNullElse(row.getDoneOn(), today) : null);
        }
    }

    private static DecisionRecord toRow(DecisionData decision, @Nullable Integer version) {
        DecisionRecord row = new DecisionRecord();
        row.setId(decision.id() == null ? null : decision.id().value());
        row.setPlanYear((short) decision.year());
        row.setMeetingDate(decision.meetingDate());
        row.setMatter(decision.matter());
        row.setMatterKey(TextKey.of(decision.matter()));
        row.setLeadUnitId(decision.lead().value());
        row.setAssisting(decision.assisting());
        row.setDue(decision.due());
        row.setStatus(decision.status().name());
        row.setProgress(decision.progress());
        row.setSortOrder(decision.sortOrder());
        row.setVersion(version);
        return row;
    }
}
