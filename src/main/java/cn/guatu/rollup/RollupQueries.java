package cn.guatu.rollup;

import static cn.guatu.jooq.Tables.ALLOCATION;
import static cn.guatu.jooq.Tables.ALLOCATION_HISTORY;
import static cn.guatu.jooq.Tables.CLOCK_STOP;
import static cn.guatu.jooq.Tables.CLOCK_STOP_HISTORY;
import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.NODE_HISTORY;
import static cn.guatu.jooq.Tables.NODE_PREDECESSOR;
import static cn.guatu.jooq.Tables.NODE_PREDECESSOR_HISTORY;
import static cn.guatu.jooq.Tables.NODE_TERMS;
import static cn.guatu.jooq.Tables.NODE_TERMS_HISTORY;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_ASSIST;
import static cn.guatu.jooq.Tables.PHASE_ASSIST_HISTORY;
import static cn.guatu.jooq.Tables.PHASE_HISTORY;
import static cn.guatu.jooq.Tables.PHASE_SHARE;
import static cn.guatu.jooq.Tables.PHASE_SHARE_HISTORY;
import static cn.guatu.jooq.Tables.PLAN_YEAR;
import static cn.guatu.jooq.Tables.PROJECT;
import static cn.guatu.jooq.Tables.TARGET;
import static cn.guatu.jooq.Tables.TARGET_HISTORY;
import static cn.guatu.jooq.Tables.TARGET_PLAN;
import static cn.guatu.jooq.Tables.TARGET_PLAN_HISTORY;
import static cn.guatu.jooq.Tables.TARGET_VERSION;
import static cn.guatu.jooq.Tables.UNIT;
import static cn.guatu.jooq.Tables.UNIT_HISTORY;
import static cn.guatu.platform.persistence.Temporal.asKnown;

import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.schedule.Stop;
import cn.guatu.project.schedule.Terms;
import cn.guatu.rollup.rule.YearFacts;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the figures of a year are made of, but for the ledger: a statement a table, whatever the number of projects. */
@Component
class RollupQueries {

    private final DSLContext sql;

    RollupQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether the plan year exists. Years are not versioned: one that exists now answers for any instant. */
    boolean exists(int year) {
        return sql.fetchExists(PLAN_YEAR, PLAN_YEAR.PLAN_YEAR_.eq((short) year));
    }

    /**
     * The facts as known at an instant.
     *
     * @param knownAt null: now
     * @param withAssisting whether the assisting units of phases are asked for
     */
    YearFacts facts(int year, @Nullable Instant knownAt, boolean withAssisting) {
        Map<UnitId, YearFacts.Unit> units = units(knownAt);
        List<YearFacts.Target> targets = targets(year, knownAt);
        List<Long> ids = targets.stream().map(target -> target.id().value()).toList();
        if (ids.isEmpty()) {
            return new YearFacts(
                    year, units, targets, Map.of(), Map.of(), Map.of(), nodes(year, knownAt, withAssisting));
        }
        return new YearFacts(
                year,
                units,
                targets,
                versions(ids, knownAt),
                plans(ids, knownAt),
                allocations(ids, knownAt),
                nodes(year, knownAt, withAssisting));
    }

    /** 前置节点 of the year's nodes. */
    Map<NodeId, Set<NodeId>> predecessors(int year, @Nullable Instant knownAt) {
        Map<NodeId, Set<NodeId>> predecessors = new HashMap<>();
        sql.select(NODE_PREDECESSOR.NODE_ID, NODE_PREDECESSOR.PREDECESSOR_ID)
                .from(asKnown(NODE_PREDECESSOR, NODE_PREDECESSOR_HISTORY, knownAt))
                .join(asKnown(NODE, NODE_HISTORY, knownAt))
                .on(NODE.ID.eq(NODE_PREDECESSOR.NODE_ID))
                .join(asKnown(PHASE, PHASE_HISTORY, knownAt))
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .forEach(row -> predecessors
                        .computeIfAbsent(new NodeId(row.value1()), node -> new HashSet<>())
                        .add(new NodeId(row.value2())));
        return predecessors;
    }

    /**
     * 锁定日期 and 停计时 of the year's nodes; nodes that nothing binds are left out.
     *
     * @param cutOff a stop that has not ended lasts until then
     */
    Map<NodeId, Terms> terms(int year, @Nullable Instant knownAt, LocalDate cutOff) {
        Map<NodeId, List<Stop>> stops = new HashMap<>();
        sql.select(CLOCK_STOP.NODE_ID, CLOCK_STOP.STARTS_ON, CLOCK_STOP.ENDS_ON)
                .from(asKnown(CLOCK_STOP, CLOCK_STOP_HISTORY, knownAt))
                .join(asKnown(NODE, NODE_HISTORY, knownAt))
                .on(NODE.ID.eq(CLOCK_STOP.NODE_ID))
                .join(asKnown(PHASE, PHASE_HISTORY, knownAt))
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(CLOCK_STOP.ENDS_ON.isNotNull().or(CLOCK_STOP.STARTS_ON.le(cutOff)))
                .forEach(row -> stops.computeIfAbsent(new NodeId(row.value1()), node -> new ArrayList<>())
                        .add(new Stop(row.value2(), row.value3() == null ? cutOff : row.value3())));
        Map<NodeId, Terms> terms = new HashMap<>();
        stops.forEach((node, ranges) -> terms.put(node, new Terms(null, ranges, null, 1)));
        sql.select(NODE_TERMS.NODE_ID, NODE_TERMS.PINNED)
                .from(asKnown(NODE_TERMS, NODE_TERMS_HISTORY, knownAt))
                .join(asKnown(NODE, NODE_HISTORY, knownAt))
                .on(NODE.ID.eq(NODE_TERMS.NODE_ID))
                .join(asKnown(PHASE, PHASE_HISTORY, knownAt))
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(NODE_TERMS.PINNED.isNotNull())
                .forEach(row -> {
                    NodeId node = new NodeId(row.value1());
                    terms.put(node, new Terms(row.value2(), stops.getOrDefault(node, List.of()), null, 1));
                });
        return terms;
    }

    private Map<UnitId, YearFacts.Unit> units(@Nullable Instant knownAt) {
        Map<UnitId, YearFacts.Unit> units = new LinkedHashMap<>();
        sql.select(UNIT.ID, UNIT.NAME, UNIT.NAME_KEY, UNIT.KIND)
                .from(asKnown(UNIT, UNIT_HISTORY, knownAt))
                .orderBy(UNIT.SORT_ORDER.isNull(), UNIT.SORT_ORDER, UNIT.ID)
                .forEach(row -> {
                    UnitId id = new UnitId(row.value1());
                    units.put(
                            id,
                            new YearFacts.Unit(
                                    id, row.value2(), row.value3(), UnitKind.valueOf(row.value4()), units.size()));
                });
        return units;
    }

    private List<YearFacts.Target> targets(int year, @Nullable Instant knownAt) {
        return sql.select(
                        TARGET.ID,
                        TARGET.CODE,
                        TARGET.CODE_KEY,
                        TARGET.NAME,
                        TARGET.UNIT,
                        TARGET.KIND,
                        TARGET.DIRECTION,
                        TARGET.BASE_VALUE,
                        TARGET.PACE,
                        TARGET.LEAD_UNIT_ID,
                        TARGET.LEADER_NAME,
                        TARGET.SOURCE,
                        TARGET.DEFINITION,
                        TARGET.WEIGHT,
                        TARGET.PARENT_ID,
                        TARGET.OF_WHICH,
                        TARGET.SORT_ORDER)
                .from(asKnown(TARGET, TARGET_HISTORY, knownAt))
                .where(TARGET.PLAN_YEAR.eq((short) year))
                .orderBy(TARGET.SORT_ORDER, TARGET.ID)
                .fetch(row -> new YearFacts.Target(
                        new TargetId(row.get(TARGET.ID)),
                        row.get(TARGET.CODE),
                        row.get(TARGET.CODE_KEY),
                        row.get(TARGET.NAME),
                        row.get(TARGET.UNIT),
                        TargetKind.valueOf(row.get(TARGET.KIND)),
                        Direction.valueOf(row.get(TARGET.DIRECTION)),
                        row.get(TARGET.BASE_VALUE),
                        Pace.valueOf(row.get(TARGET.PACE)),
                        new UnitId(row.get(TARGET.LEAD_UNIT_ID)),
                        row.get(TARGET.LEADER_NAME),
                        row.get(TARGET.SOURCE),
                        row.get(TARGET.DEFINITION),
                        row.get(TARGET.WEIGHT),
                        row.get(TARGET.PARENT_ID) == null ? null : new TargetId(row.get(TARGET.PARENT_ID)),
                        row.get(TARGET.OF_WHICH) == null ? null : OfWhich.valueOf(row.get(TARGET.OF_WHICH)),
                        row.get(TARGET.SORT_ORDER)));
    }

    private Map<TargetId, List<YearFacts.Version>> versions(Collection<Long> targets, @Nullable Instant knownAt) {
        Condition known = knownAt == null ? DSL.noCondition() : TARGET_VERSION.RECORDED_AT.le(knownAt);
        Map<TargetId, List<YearFacts.Version>> versions = new HashMap<>();
        sql.select(
                        TARGET_VERSION.TARGET_ID,
                        TARGET_VERSION.ID,
                        TARGET_VERSION.STATUS,
                        TARGET_VERSION.VALUE,
                        TARGET_VERSION.APPROX,
                        TARGET_VERSION.DOC_NO,
                        TARGET_VERSION.EFFECTIVE_FROM,
                        TARGET_VERSION.REASON,
                        TARGET_VERSION.RECORDED_AT)
                .from(TARGET_VERSION)
                .where(TARGET_VERSION.TARGET_ID.in(targets))
                .and(known)
                .orderBy(TARGET_VERSION.ID)
                .forEach(row -> versions.computeIfAbsent(new TargetId(row.value1()), target -> new ArrayList<>())
                        .add(new YearFacts.Version(
                                row.value2(),
                                VersionStatus.valueOf(row.value3()),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8(),
                                row.value9())));
        return versions;
    }

    private Map<TargetId, NavigableMap<Integer, BigDecimal>> plans(
            Collection<Long> targets, @Nullable Instant knownAt) {
        Map<TargetId, NavigableMap<Integer, BigDecimal>> plans = new HashMap<>();
        sql.select(TARGET_PLAN.TARGET_ID, TARGET_PLAN.MONTH, TARGET_PLAN.CUMULATIVE)
                .from(asKnown(TARGET_PLAN, TARGET_PLAN_HISTORY, knownAt))
                .where(TARGET_PLAN.TARGET_ID.in(targets))
                .forEach(row -> plans.computeIfAbsent(new TargetId(row.value1()), target -> new TreeMap<>())
                        .put(row.value2().intValue(), row.value3()));
        return plans;
    }

    private Map<TargetId, Map<UnitId, BigDecimal>> allocations(Collection<Long> targets, @Nullable Instant knownAt) {
        Map<TargetId, Map<UnitId, BigDecimal>> allocations = new HashMap<>();
        sql.select(ALLOCATION.TARGET_ID, ALLOCATION.UNIT_ID, ALLOCATION.VALUE)
                .from(asKnown(ALLOCATION, ALLOCATION_HISTORY, knownAt))
                .where(ALLOCATION.TARGET_ID.in(targets))
                .orderBy(ALLOCATION.TARGET_ID, ALLOCATION.UNIT_ID)
                .forEach(row -> allocations
                        .computeIfAbsent(new TargetId(row.value1()), target -> new LinkedHashMap<>())
                        .put(new UnitId(row.value2()), row.value3()));
        return allocations;
    }

    private List<YearFacts.Node> nodes(int year, @Nullable Instant knownAt, boolean withAssisting) {
        Map<Long, YearFacts.Phase> phases = phases(year, knownAt, withAssisting);
        List<YearFacts.Node> nodes = new ArrayList<>();
        sql.select(
                        NODE.ID,
                        NODE.PHASE_ID,
                        NODE.NAME,
                        NODE.PLANNED,
                        NODE.FORECAST,
                        NODE.ACTUAL,
                        NODE.OWNER_NAME,
                        NODE.WEIGHT,
                        NODE.DURATION_DAYS,
                        NODE.TARGET_ID,
                        NODE.QUANTITY,
                        NODE.SORT_ORDER)
                .from(asKnown(NODE, NODE_HISTORY, knownAt))
                .join(asKnown(PHASE, PHASE_HISTORY, knownAt))
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .orderBy(NODE.PHASE_ID, NODE.SORT_ORDER, NODE.ID)
                .forEach(row -> {
                    YearFacts.Phase phase = phases.get(row.value2());
                    if (phase != null) {
                        nodes.add(new YearFacts.Node(
                                new NodeId(row.value1()),
                                phase,
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8(),
                                row.value9(),
                                row.value10() == null ? null : new TargetId(row.value10()),
                                row.value11(),
                                row.value12()));
                    }
                });
        return nodes;
    }

    private Map<Long, YearFacts.Phase> phases(int year, @Nullable Instant knownAt, boolean withAssisting) {
        Map<Long, NavigableMap<LocalDate, List<YearFacts.Share>>> shares = shares(year, knownAt);
        Map<Long, Set<UnitId>> assisting = withAssisting ? assisting(year, knownAt) : Map.of();
        Map<Long, YearFacts.Phase> phases = new HashMap<>();
        sql.select(
                        PHASE.ID,
                        PROJECT.CODE,
                        PHASE.PROJECT_NAME,
                        PHASE.NAME,
                        PHASE.NATURE,
                        PHASE.LEAD_UNIT_ID,
                        PHASE.OWNER_NAME,
                        PHASE.STARTS_ON)
                .from(asKnown(PHASE, PHASE_HISTORY, knownAt))
                .join(PROJECT)
                .on(PROJECT.ID.eq(PHASE.PROJECT_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .forEach(row -> phases.put(
                        row.value1(),
                        new YearFacts.Phase(
                                new PhaseId(row.value1()),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                PlanNature.valueOf(row.value5()),
                                new UnitId(row.value6()),
                                row.value7(),
                                row.value8(),
                                shares.getOrDefault(row.value1(), new TreeMap<>()),
                                assisting.getOrDefault(row.value1(), Set.of()))));
        return phases;
    }

    private Map<Long, NavigableMap<LocalDate, List<YearFacts.Share>>> shares(int year, @Nullable Instant knownAt) {
        Map<Long, NavigableMap<LocalDate, List<YearFacts.Share>>> shares = new HashMap<>();
        sql.select(PHASE_SHARE.PHASE_ID, PHASE_SHARE.EFFECTIVE_FROM, PHASE_SHARE.STREET_ID, PHASE_SHARE.SHARE)
                .from(asKnown(PHASE_SHARE, PHASE_SHARE_HISTORY, knownAt))
                .join(asKnown(PHASE, PHASE_HISTORY, knownAt))
                .on(PHASE.ID.eq(PHASE_SHARE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .orderBy(PHASE_SHARE.PHASE_ID, PHASE_SHARE.EFFECTIVE_FROM, PHASE_SHARE.POSITION, PHASE_SHARE.STREET_ID)
                .forEach(row -> shares.computeIfAbsent(row.value1(), phase -> new TreeMap<>())
                        .computeIfAbsent(row.value2(), day -> new ArrayList<>())
                        .add(new YearFacts.Share(new UnitId(row.value3()), row.value4())));
        return shares;
    }

    private Map<Long, Set<UnitId>> assisting(int year, @Nullable Instant knownAt) {
        Map<Long, Set<UnitId>> assisting = new HashMap<>();
        sql.select(PHASE_ASSIST.PHASE_ID, PHASE_ASSIST.UNIT_ID)
                .from(asKnown(PHASE_ASSIST, PHASE_ASSIST_HISTORY, knownAt))
                .join(asKnown(PHASE, PHASE_HISTORY, knownAt))
                .on(PHASE.ID.eq(PHASE_ASSIST.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(PHASE_ASSIST.UNIT_ID.isNotNull())
                .forEach(row -> assisting
                        .computeIfAbsent(row.value1(), phase -> new HashSet<>())
                        .add(new UnitId(row.value2())));
        return assisting;
    }
}
