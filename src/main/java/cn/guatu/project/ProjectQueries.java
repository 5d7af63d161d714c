package cn.guatu.project;

import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.NODE_PREDECESSOR;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_ASSIST;
import static cn.guatu.jooq.Tables.PHASE_SHARE;
import static cn.guatu.jooq.Tables.PROJECT;
import static cn.guatu.jooq.Tables.TARGET;

import cn.guatu.jooq.tables.records.NodeRecord;
import cn.guatu.jooq.tables.records.PhaseRecord;
import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.project.schedule.Task;
import cn.guatu.target.TargetId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads phases and nodes as they are now; how they were known is read by the roll-up. */
@Repository
class ProjectQueries {

    private final DSLContext sql;

    ProjectQueries(DSLContext sql) {
        this.sql = sql;
    }

    public List<Phase> phases(int year, LocalDate today) {
        return phases(PHASE.PLAN_YEAR.eq((short) year), today);
    }

    public List<Phase> phases(Collection<PhaseId> ids, LocalDate today) {
        return phases(PHASE.ID.in(ids.stream().map(PhaseId::value).toList()), today);
    }

    public List<Phase> phasesOf(String codeKey, LocalDate today) {
        return phases(PROJECT.CODE_KEY.eq(codeKey), today);
    }

    public Set<String> projectCodes() {
        return sql.select(PROJECT.CODE_KEY).from(PROJECT).fetchSet(PROJECT.CODE_KEY);
    }

    private List<Phase> phases(Condition which, LocalDate today) {
        Map<PhaseId, List<ShareSet>> sets = new HashMap<>();
        shareSets(which)
                .forEach(set -> sets.computeIfAbsent(set.phase(), id -> new ArrayList<>())
                        .add(set));
        Map<Long, List<Assisting>> assisting = new HashMap<>();
        sql.select(PHASE_ASSIST.PHASE_ID, PHASE_ASSIST.UNIT_ID, PHASE_ASSIST.NAME)
                .from(PHASE_ASSIST)
                .join(PHASE)
                .on(PHASE.ID.eq(PHASE_ASSIST.PHASE_ID))
                .join(PROJECT)
                .on(PROJECT.ID.eq(PHASE.PROJECT_ID))
                .where(which)
                .orderBy(PHASE_ASSIST.PHASE_ID, PHASE_ASSIST.POSITION)
                .forEach(row -> assisting
                        .computeIfAbsent(row.value1(), id -> new ArrayList<>())
                        .add(new Assisting(row.value2() == null ? null : new UnitId(row.value2()), row.value3())));
        return sql.select(PHASE, PROJECT.CODE)
                .from(PHASE)
                .join(PROJECT)
                .on(PROJECT.ID.eq(PHASE.PROJECT_ID))
                .where(which)
                .orderBy(PHASE.PLAN_YEAR.desc(), PHASE.SORT_ORDER, PHASE.ID)
                .fetch(row -> {
                    PhaseRecord phase = row.value1();
                    List<ShareSet> shares = sets.getOrDefault(new PhaseId(phase.getId()), List.of());
                    return toPhase(
                            phase,
                            row.value2(),
                            assisting.getOrDefault(phase.getId(), List.of()),
                            ShareSet.inForce(shares, today)
                                    .map(ShareSet::shares)
                                    .orElse(List.of()));
                });
    }

    public List<ShareSet> shareSets(int year) {
        return shareSets(PHASE.PLAN_YEAR.eq((short) year));
    }

    public List<ShareSet> shareSets(Collection<PhaseId> phases) {
        return shareSets(PHASE.ID.in(phases.stream().map(PhaseId::value).toList()));
    }

    private List<ShareSet> shareSets(Condition which) {
        record Start(PhaseId phase, LocalDate from) {}
        Map<Start, List<Share>> sets = new LinkedHashMap<>();
        sql.select(
                        PHASE_SHARE.PHASE_ID,
                        PHASE_SHARE.EFFECTIVE_FROM,
                        PHASE_SHARE.STREET_ID,
                        PHASE_SHARE.SHARE,
                        PHASE_SHARE.POSITION)
                .from(PHASE_SHARE)
                .join(PHASE)
                .on(PHASE.ID.eq(PHASE_SHARE.PHASE_ID))
                .join(PROJECT)
                .on(PROJECT.ID.eq(PHASE.PROJECT_ID))
                .where(which)
                .orderBy(PHASE_SHARE.PHASE_ID, PHASE_SHARE.EFFECTIVE_FROM, PHASE_SHARE.POSITION, PHASE_SHARE.STREET_ID)
                .forEach(row -> sets.computeIfAbsent(
                                new Start(new PhaseId(row.value1()), row.value2()), start -> new ArrayList<>())
                        .add(new Share(new UnitId(row.value3()), row.value4(), row.value5())));
        return sets.entrySet().stream()
                .map(set -> new ShareSet(set.getKey().phase(), set.getKey().from(), set.getValue()))
                .toList();
    }

    public List<Node> nodes(int year) {
        return nodes(PHASE.PLAN_YEAR.eq((short) year));
    }

    public List<Node> nodes(PhaseId phase) {
        return nodes(NODE.PHASE_ID.eq(phase.value()));
    }

    /** 实际完成 of those of the nodes that are finished. */
    public Map<NodeId, LocalDate> actuals(Collection<NodeId> nodes) {
        if (nodes.isEmpty()) {
            return Map.of();
        }
        return sql.select(NODE.ID, NODE.ACTUAL)
                .from(NODE)
                .where(NODE.ID.in(nodes.stream().map(NodeId::value).toList()))
                .and(NODE.ACTUAL.isNotNull())
                .fetchMap(row -> new NodeId(row.value1()), row -> row.value2());
    }

    public Optional<Node> node(NodeId id) {
        return nodes(NODE.ID.eq(id.value())).stream().findFirst();
    }

    private List<Node> nodes(Condition which) {
        Map<Long, Set<NodeId>> predecessors = predecessors(which);
        return sql.select(NODE.fields())
                .from(NODE)
                .join(PHASE)
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(which)
                .orderBy(PHASE.SORT_ORDER, PHASE.ID, NODE.SORT_ORDER, NODE.ID)
                .fetchInto(NODE)
                .map(row -> toNode(row, predecessors.getOrDefault(row.getId(), Set.of())));
    }

    private Map<Long, Set<NodeId>> predecessors(Condition which) {
        Map<Long, Set<NodeId>> predecessors = new HashMap<>();
        sql.select(NODE_PREDECESSOR.NODE_ID, NODE_PREDECESSOR.PREDECESSOR_ID)
                .from(NODE_PREDECESSOR)
                .join(NODE)
                .on(NODE.ID.eq(NODE_PREDECESSOR.NODE_ID))
                .join(PHASE)
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(which)
                .forEach(row -> predecessors
                        .computeIfAbsent(row.value1(), id -> new HashSet<>())
                        .add(new NodeId(row.value2())));
        return predecessors;
    }

    /** The network of some years: enough to find a cycle, not to work out a schedule. */
    public List<Task> tasks(Collection<Integer> years) {
        Condition which =
                PHASE.PLAN_YEAR.in(years.stream().map(Integer::shortValue).toList());
        Map<Long, Set<NodeId>> predecessors = predecessors(which);
        return sql.select(NODE.ID, NODE.NAME, NODE.PHASE_ID, NODE.PLANNED, PHASE.PROJECT_NAME)
                .from(NODE)
                .join(PHASE)
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(which)
                .orderBy(NODE.ID)
                .fetch(row -> new Task(
                        new NodeId(row.value1()),
                        row.value5() + "/" + row.value2(),
                        new PhaseId(row.value3()),
                        row.value4(),
                        0,
                        row.value4(),
                        predecessors.getOrDefault(row.value1(), Set.of())));
    }

    /** How many of the nodes belong to each year. */
    public Map<Integer, Integer> countByYear(Collection<NodeId> nodes) {
        Map<Integer, Integer> counts = new TreeMap<>();
        if (!nodes.isEmpty()) {
            sql.select(PHASE.PLAN_YEAR, DSL.count())
                    .from(NODE)
                    .join(PHASE)
                    .on(PHASE.ID.eq(NODE.PHASE_ID))
                    .where(NODE.ID.in(nodes.stream().map(NodeId::value).toList()))
                    .groupBy(PHASE.PLAN_YEAR)
                    .forEach(row -> counts.put(row.value1().intValue(), row.value2()));
        }
        return counts;
    }

    /** Whether any of the nodes names a target of another year than their phase's. */
    public boolean anyForeignTarget(Collection<NodeId> nodes) {
        return !nodes.isEmpty()
                && sql.fetchExists(DSL.selectOne()
                        .from(NODE)
                        .join(PHASE)
                        .on(PHASE.ID.eq(NODE.PHASE_ID))
                        .join(TARGET)
                        .on(TARGET.ID.eq(NODE.TARGET_ID))
                        .where(NODE.ID.in(nodes.stream().map(NodeId::value).toList()))
                        .and(TARGET.PLAN_YEAR.ne(PHASE.PLAN_YEAR)));
    }

    private static Phase toPhase(PhaseRecord row, String code, List<Assisting> assisting, List<Share> shares) {
        return new Phase(
                new PhaseId(row.getId()),
                new ProjectId(row.getProjectId()),
                code,
                row.getPlanYear(),
                row.getName(),
                row.getProjectName(),
                Category.valueOf(row.getCategory()),
                PlanNature.valueOf(row.getNature()),
                new UnitId(row.getLeadUnitId()),
                row.getLeaderName(),
                row.getOwnerName(),
                row.getOwnerId() == null ? null : new PersonId(row.getOwnerId()),
                row.getImplementer(),
                row.getRemark(),
                row.getStartsOn(),
                assisting,
                shares,
                row.getSortOrder(),
                row.getVersion());
    }

    private static Node toNode(NodeRecord row, Set<NodeId> predecessors) {
        return new Node(
                new NodeId(row.getId()),
                new PhaseId(row.getPhaseId()),
                row.getName(),
                row.getPlanned(),
                row.getForecast(),
                row.getActual(),
                row.getOwnerName(),
                row.getOwnerId() == null ? null : new PersonId(row.getOwnerId()),
                row.getWeight(),
                row.getDurationDays(),
                row.getTargetId() == null ? null : new TargetId(row.getTargetId()),
                row.getQuantity(),
                row.getApprox(),
                row.getBasis(),
                predecessors,
                row.getSortOrder(),
                row.getVersion());
    }
}
