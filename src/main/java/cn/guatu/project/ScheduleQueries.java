package cn.guatu.project;

import static cn.guatu.jooq.Tables.CHANGE_LOG;
import static cn.guatu.jooq.Tables.CLOCK_STOP;
import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.NODE_HISTORY;
import static cn.guatu.jooq.Tables.NODE_TERMS;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PROJECT;
import static cn.guatu.jooq.Tables.SCHEDULE_MOVE;
import static cn.guatu.jooq.Tables.SCHEDULE_VERSION;

import cn.guatu.jooq.tables.records.ClockStopRecord;
import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.PhaseScopeQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what schedules are made of beside the nodes: pins, stops, versions, and how dates were moved. */
@Repository
class ScheduleQueries {

    /** A state of a node's date, as its history tells it. */
    record DateKnown(
            NodeId node,
            String name,
            PhaseId phase,
            String projectCode,
            String projectName,
            LocalDate planned,
            Instant since,
            String owner,
            @Nullable PersonId ownerId,
            UnitId lead) {}

    /** What binds a node beside its duration. */
    record Bound(@Nullable LocalDate pinned, @Nullable Integer least) {}

    private final DSLContext sql;

    ScheduleQueries(DSLContext sql) {
        this.sql = sql;
    }

    public Map<NodeId, Bound> terms(int year) {
        Map<NodeId, Bound> terms = new HashMap<>();
        sql.select(NODE_TERMS.NODE_ID, NODE_TERMS.PINNED, NODE_TERMS.LEAST_DAYS)
                .from(NODE_TERMS)
                .join(NODE)
                .on(NODE.ID.eq(NODE_TERMS.NODE_ID))
                .join(PHASE)
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .forEach(row -> terms.put(new NodeId(row.value1()), new Bound(row.value2(), row.value3())));
        return terms;
    }

    public Map<NodeId, List<ClockStop>> stops(int year) {
        Map<NodeId, List<ClockStop>> stops = new LinkedHashMap<>();
        sql.select(CLOCK_STOP)
                .from(CLOCK_STOP)
                .join(NODE)
                .on(NODE.ID.eq(CLOCK_STOP.NODE_ID))
                .join(PHASE)
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .orderBy(CLOCK_STOP.NODE_ID, CLOCK_STOP.STARTS_ON, CLOCK_STOP.ID)
                .forEach(row -> {
                    ClockStopRecord stop = row.value1();
                    NodeId node = new NodeId(stop.getNodeId());
                    stops.computeIfAbsent(node, id -> new ArrayList<>())
                            .add(new ClockStop(
                                    stop.getId(),
                                    node,
                                    StopKind.valueOf(stop.getKind()),
                                    stop.getStartsOn(),
                                    stop.getEndsOn(),
                                    stop.getReason()));
                });
        return stops;
    }

    /** Versions of a phase with their moves, latest first. */
    public List<ScheduleVersion> versions(PhaseId phase) {
        Map<Long, List<ScheduleVersion.Move>> moves = new HashMap<>();
        sql.select(SCHEDULE_MOVE)
                .from(SCHEDULE_MOVE)
                .join(SCHEDULE_VERSION)
                .on(SCHEDULE_VERSION.ID.eq(SCHEDULE_MOVE.VERSION_ID))
                .where(SCHEDULE_VERSION.PHASE_ID.eq(phase.value()))
                .orderBy(SCHEDULE_MOVE.BECOMES, SCHEDULE_MOVE.NODE_ID)
                .forEach(row -> moves.computeIfAbsent(row.value1().getVersionId(), id -> new ArrayList<>())
                        .add(new ScheduleVersion.Move(
                                new NodeId(row.value1().getNodeId()),
                                row.value1().getNodeName(),
                                row.value1().getWas(),
                                row.value1().getBecomes())));
        return sql.selectFrom(SCHEDULE_VERSION)
                .where(SCHEDULE_VERSION.PHASE_ID.eq(phase.value()))
                .orderBy(SCHEDULE_VERSION.NUMBER.desc())
                .fetch(row -> new ScheduleVersion(
                        phase,
                        row.getNumber(),
                        VersionKind.valueOf(row.getKind()),
                        row.getReason(),
                        row.getActor(),
                        row.getRecordedAt(),
                        moves.getOrDefault(row.getId(), List.of())));
    }

    /** The date of each node in the latest baseline of its phase; nodes that no baseline names are left out. */
    public Map<NodeId, LocalDate> baselines(int year) {
        Map<NodeId, LocalDate> baselines = new HashMap<>();
        sql.select(SCHEDULE_MOVE.NODE_ID, SCHEDULE_MOVE.BECOMES)
                .from(SCHEDULE_MOVE)
                .join(SCHEDULE_VERSION)
                .on(SCHEDULE_VERSION.ID.eq(SCHEDULE_MOVE.VERSION_ID))
                .join(PHASE)
                .on(PHASE.ID.eq(SCHEDULE_VERSION.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(SCHEDULE_VERSION.KIND.eq(VersionKind.BASELINE.name()))
                .orderBy(SCHEDULE_VERSION.NUMBER)
                .forEach(row -> baselines.put(new NodeId(row.value1()), row.value2()));
        return baselines;
    }

    /** The date that was known first of each node: its baseline as long as no baseline was approved. */
    public Map<NodeId, LocalDate> firstDates(int year) {
        Map<NodeId, LocalDate> first = new HashMap<>();
        sql.select(NODE_HISTORY.ID, NODE_HISTORY.PLANNED)
                .from(NODE_HISTORY)
                .join(PHASE)
                .on(PHASE.ID.eq(NODE_HISTORY.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .orderBy(NODE_HISTORY.ID, NODE_HISTORY.KNOWN_FROM)
                .forEach(row -> first.putIfAbsent(new NodeId(row.value1()), row.value2()));
        return first;
    }

    /** Every state of the dates of nodes that still are, by node and in the order in which they were known. */
    public List<DateKnown> dates(int year, AccessScope scope) {
        return sql.select(
                        NODE_HISTORY.ID,
                        NODE.NAME,
                        PHASE.ID,
                        PROJECT.CODE,
                        PHASE.PROJECT_NAME,
                        NODE_HISTORY.PLANNED,
                        NODE_HISTORY.KNOWN_FROM,
                        DSL.coalesce(NODE_HISTORY.OWNER_NAME, PHASE.OWNER_NAME),
                        DSL.when(NODE_HISTORY.OWNER_NAME.isNull(), PHASE.OWNER_ID)
                                .otherwise(NODE_HISTORY.OWNER_ID),
                        PHASE.LEAD_UNIT_ID)
                .from(NODE_HISTORY)
                .join(NODE)
                .on(NODE.ID.eq(NODE_HISTORY.ID))
                .join(PHASE)
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .join(PROJECT)
                .on(PROJECT.ID.eq(PHASE.PROJECT_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(PhaseScopeQueries.sees(scope, PHASE.ID, PHASE.LEAD_UNIT_ID))
                .orderBy(NODE_HISTORY.ID, NODE_HISTORY.KNOWN_FROM)
                .fetch(row -> new DateKnown(
                        new NodeId(row.value1()),
                        row.value2(),
                        new PhaseId(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9() == null ? null : new PersonId(row.value9()),
                        new UnitId(row.value10())));
    }

    /** Who changed something at these instants. */
    public Map<Instant, String> actors(Collection<Instant> instants) {
        Map<Instant, String> actors = new HashMap<>();
        if (!instants.isEmpty()) {
            sql.select(CHANGE_LOG.RECORDED_AT, CHANGE_LOG.ACTOR)
                    .from(CHANGE_LOG)
                    .where(CHANGE_LOG.RECORDED_AT.in(instants))
                    .orderBy(CHANGE_LOG.SEQ)
                    .forEach(row -> actors.putIfAbsent(row.value1(), row.value2()));
        }
        return actors;
    }

    /** The reasons of a year's versions, by phase and instant. */
    public Map<PhaseId, Map<Instant, String>> reasons(int year) {
        Map<PhaseId, Map<Instant, String>> reasons = new HashMap<>();
        sql.select(SCHEDULE_VERSION.PHASE_ID, SCHEDULE_VERSION.RECORDED_AT, SCHEDULE_VERSION.REASON)
                .from(SCHEDULE_VERSION)
                .join(PHASE)
                .on(PHASE.ID.eq(SCHEDULE_VERSION.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(SCHEDULE_VERSION.KIND.ne(VersionKind.BASELINE.name()))
                .forEach(row -> reasons.computeIfAbsent(new PhaseId(row.value1()), id -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return reasons;
    }
}
