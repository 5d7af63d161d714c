package cn.guatu.project;

import static cn.guatu.jooq.Tables.CLOCK_STOP;
import static cn.guatu.jooq.Tables.CLOCK_STOP_HISTORY;
import static cn.guatu.jooq.Tables.NODE_TERMS;
import static cn.guatu.jooq.Tables.NODE_TERMS_HISTORY;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.SCHEDULE_VERSION;

import cn.guatu.jooq.tables.records.ScheduleMoveRecord;
import cn.guatu.jooq.tables.records.ScheduleVersionRecord;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Temporal;
import cn.guatu.platform.persistence.Violations;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes versions of schedules, pins and stops. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ScheduleStore {

    private final DSLContext sql;

    ScheduleStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Two who reschedule the same phase take turns. */
    public void lock(PhaseId phase) {
        sql.select(PHASE.ID)
                .from(PHASE)
                .where(PHASE.ID.eq(phase.value()))
                .forUpdate()
                .execute();
    }

    /** The number of the phase's last version; 0 when there is none. */
    public int lastNumber(PhaseId phase) {
        return Objects.requireNonNullElse(
                sql.select(DSL.max(SCHEDULE_VERSION.NUMBER))
                        .from(SCHEDULE_VERSION)
                        .where(SCHEDULE_VERSION.PHASE_ID.eq(phase.value()))
                        .fetchOne(0, Integer.class),
                0);
    }

    public void addVersion(
            PhaseId phase,
            int number,
            VersionKind kind,
            String reason,
            List<ScheduleVersion.Move> moves,
            Recording how) {
        ScheduleVersionRecord version = sql.newRecord(SCHEDULE_VERSION);
        version.setPhaseId(phase.value());
        version.setNumber(number);
        version.setKind(kind.name());
        version.setReason(reason);
        version.setActor(how.actor());
        version.setRecordedAt(how.at());
        version.insert();
        sql.batchInsert(moves.stream()
                        .map(move -> {
                            ScheduleMoveRecord row = new ScheduleMoveRecord();
                            row.setVersionId(version.getId());
                            row.setNodeId(move.node().value());
                            row.setNodeName(move.name());
                            row.setWas(move.was());
                            row.setBecomes(move.becomes());
                            return row;
                        })
                        .toList())
                .execute();
    }

    public void saveTerms(NodeId node, @Nullable LocalDate pinned, @Nullable Integer least, Recording how) {
        sql.deleteFrom(NODE_TERMS).where(NODE_TERMS.NODE_ID.eq(node.value())).execute();
        if (pinned != null || least != null) {
            sql.insertInto(NODE_TERMS)
                    .set(NODE_TERMS.NODE_ID, node.value())
                    .set(NODE_TERMS.PINNED, pinned)
                    .set(NODE_TERMS.LEAST_DAYS, least)
                    .execute();
        }
        Temporal.keep(sql, NODE_TERMS, NODE_TERMS_HISTORY, NODE_TERMS.NODE_ID.eq(node.value()), how.at());
    }

    public void saveStop(ClockStop stop, Recording how) {
        Violations.explained("停计时", () -> {
            if (stop.id() == null) {
                sql.insertInto(CLOCK_STOP)
                        .set(CLOCK_STOP.NODE_ID, stop.node().value())
                        .set(CLOCK_STOP.KIND, stop.kind().name())
                        .set(CLOCK_STOP.STARTS_ON, stop.from())
                        .set(CLOCK_STOP.ENDS_ON, stop.to())
                        .set(CLOCK_STOP.REASON, stop.reason())
                        .execute();
            } else if (sql.update(CLOCK_STOP)
                            .set(CLOCK_STOP.KIND, stop.kind().name())
                            .set(CLOCK_STOP.STARTS_ON, stop.from())
                            .set(CLOCK_STOP.ENDS_ON, stop.to())
                            .set(CLOCK_STOP.REASON, stop.reason())
                            .set(CLOCK_STOP.VERSION, CLOCK_STOP.VERSION.plus(1))
                            .where(CLOCK_STOP.ID.eq(stop.id()))
                            .execute()
                    == 0) {
                throw Refusal.notFound("这条停计时已不存在，请刷新。");
            }
            return true;
        });
        Temporal.keep(
                sql,
                CLOCK_STOP,
                CLOCK_STOP_HISTORY,
                CLOCK_STOP.NODE_ID.eq(stop.node().value()),
                how.at());
    }

    public void removeStop(ClockStop stop, Recording how) {
        sql.deleteFrom(CLOCK_STOP).where(CLOCK_STOP.ID.eq(stop.id())).execute();
        Temporal.keep(
                sql,
                CLOCK_STOP,
                CLOCK_STOP_HISTORY,
                CLOCK_STOP.NODE_ID.eq(stop.node().value()),
                how.at());
    }
}
