package cn.guatu.project;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.NameKey;
import cn.guatu.org.OrgService;
import cn.guatu.org.PlanMonths;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.schedule.CyclicSchedule;
import cn.guatu.project.schedule.Schedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Projects, phases and nodes (项目, 分期, 节点) with responsibilities, shares and predecessors. */
@Service
public class ProjectService {

    private static final int DECIMALS_OF_SHARES = 12;

    private final ProjectQueries queries;
    private final PhaseStore phaseStore;
    private final NodeStore nodeStore;
    private final OrgService org;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final PlanMonths months;
    private final ObjectProvider<PhaseLeadListener> leadListeners;

    ProjectService(
            ProjectQueries queries,
            PhaseStore phaseStore,
            NodeStore nodeStore,
            OrgService org,
            ChangeLog changes,
            RetryingTransactions transactions,
            BusinessClock clock,
            PlanMonths months,
            ObjectProvider<PhaseLeadListener> leadListeners) {
        this.queries = queries;
        this.phaseStore = phaseStore;
        this.nodeStore = nodeStore;
        this.org = org;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
        this.months = months;
        this.leadListeners = leadListeners;
    }

    /** The phases of a year in the order of the workbook. */
    public List<Phase> phases(int year) {
        return queries.phases(year, clock.today());
    }

    /** The phase with this identity. */
    public Optional<Phase> phase(PhaseId id) {
        return queries.phases(Set.of(id), clock.today()).stream().findFirst();
    }

    /**
     * A phase of a year.
     *
     * @param year the plan year
     * @param projectCode 编码, folded as {@link NameKey#ofCode} does
     * @param phaseName 分期, folded as {@link NameKey#of} does; 一期 for an unsplit project
     */
    public Optional<Phase> phase(int year, String projectCode, String phaseName) {
        return phasesOf(projectCode).stream()
                .filter(phase ->
                        phase.year() == year && NameKey.of(phase.name()).equals(NameKey.of(phaseName)))
                .findFirst();
    }

    /** The phases of a project in all years, the latest year first; empty for an unknown code. */
    public List<Phase> phasesOf(String projectCode) {
        return queries.phasesOf(NameKey.ofCode(projectCode), clock.today());
    }

    /** The codes of all projects of all years, as {@link NameKey#ofCode} folds them. */
    public Set<String> projectCodes() {
        return queries.projectCodes();
    }

    /**
     * Creates and changes phases; what is as it should be is left alone. A changed share set is in force from the day of
     * the change on; the first one has always been.
     *
     * @return their ids, in order
     * @throws Refusal CONFLICT for a phase that is there twice, INVALID when shares do not sum to 1 or the lead may not
     *     lead
     */
    public List<PhaseId> savePhases(List<PhaseData> phases, Recording how) {
        return transactions.execute(() -> saved(phases, null, how));
    }

    /**
     * Changes one phase.
     *
     * @param phase with its id
     * @param version the one that the change was made on
     * @throws Refusal CONFLICT when somebody else has changed it since
     */
    public void editPhase(PhaseData phase, int version, Recording how) {
        transactions.run(() -> saved(List.of(phase), version, how));
    }

    private List<PhaseId> saved(List<PhaseData> phases, @Nullable Integer version, Recording how) {
        if (phases.isEmpty()) {
            return List.of();
        }
        requireUnits(phases);
        PhaseStore.Saved saved = phaseStore.save(phases, version, dayOf(how), how);
        if (!saved.formerLeads().isEmpty()) {
            leadListeners.orderedStream().forEach(listener -> listener.leadChanged(saved.formerLeads(), how));
        }
        Map<Integer, List<PhaseData>> byYear = new TreeMap<>();
        for (int i = 0; i < phases.size(); i++) {
            if (saved.changed().contains(saved.ids().get(i))) {
                byYear.computeIfAbsent(phases.get(i).year(), year -> new ArrayList<>())
                        .add(phases.get(i));
            }
        }
        byYear.forEach((year, changed) -> changes.record(
                how,
                year,
                "PHASES",
                changed.size() == 1 ? changed.getFirst().projectName() : "项目分期 " + changed.size() + " 条"));
        return saved.ids();
    }

    /** All share sets of a year's phases, each phase's in the order of their dates. */
    public List<ShareSet> shareSets(int year) {
        return queries.shareSets(year);
    }

    /** All share sets of some phases, each phase's in the order of their dates. */
    public List<ShareSet> shareSets(Collection<PhaseId> phases) {
        return queries.shareSets(phases);
    }

    /**
     * Gives a phase other shares from a day on. A set that began on that very day is replaced; later ones stay. Rows of
     * the ledger keep the shares that they were recorded with.
     *
     * @param version the one of the phase that was seen
     * @param shares sum to 1
     * @param effectiveFrom the first day
     * @throws Refusal CONFLICT when somebody else has changed the phase since, INVALID when they do not sum to 1
     */
    public void changeShares(PhaseId phase, int version, List<Share> shares, LocalDate effectiveFrom, Recording how) {
        transactions.run(() -> {
            Phase seen = phase(phase).orElseThrow(() -> Refusal.notFound("该分期已不存在，请刷新。"));
            months.refuseIfLocked(
                    effectiveFrom, how.actor(), "“" + seen.projectName() + "”的街道占比不能自" + effectiveFrom + "起调整");
            requireShares(seen.projectName(), shares, units());
            if (phaseStore.changeShares(phase, version, shares, effectiveFrom, how)) {
                changes.record(how, seen.year(), "SHARES", seen.projectName() + "：街道占比自 " + effectiveFrom + " 起调整");
            }
        });
    }

    /** The nodes of a year, by phase and in the order of the workbook. */
    public List<Node> nodes(int year) {
        return queries.nodes(year);
    }

    /** The nodes of a phase in the order of the workbook. */
    public List<Node> nodes(PhaseId phase) {
        return queries.nodes(phase);
    }

    /** The node with this identity. */
    public Optional<Node> node(NodeId id) {
        return queries.node(id);
    }

    /**
     * Creates and changes nodes; what is as it should be is left alone.
     *
     * @return their ids, in order
     * @throws Refusal CONFLICT for a node that is there twice, INVALID for a target of another year or a negative number
     */
    public List<NodeId> saveNodes(List<NodeData> nodes, Recording how) {
        return transactions.execute(() -> savedNodes(nodes, null, how));
    }

    /**
     * Changes one node.
     *
     * @param node with its id
     * @param version the one that the change was made on
     * @throws Refusal CONFLICT when somebody else has changed it since
     */
    public void editNode(NodeData node, int version, Recording how) {
        transactions.run(() -> savedNodes(List.of(node), version, how));
    }

    /**
     * Notes that a node is finished, or that it is open after all.
     *
     * @param version the one that was seen
     * @param actual 实际完成, not after the day of the recording; null opens the node again
     * @throws Refusal CONFLICT when somebody else has changed it since, INVALID for a day to come
     */
    public void completeNode(NodeId id, int version, @Nullable LocalDate actual, Recording how) {
        if (actual != null && actual.isAfter(dayOf(how))) {
            throw Refusal.invalid("实际完成日期不能晚于今天。");
        }
        transactions.run(() -> {
            Node node = node(id).orElseThrow(() -> Refusal.notFound("该节点已不存在，请刷新。"));
            savedNodes(List.of(NodeDraft.of(node).actual(actual).made()), version, how);
        });
    }

    /**
     * Removes a node. What is booked on it, and what waits for it, must be gone before.
     *
     * @param version the one that was seen
     * @throws Refusal CONFLICT when somebody else has changed it since, or something refers to it
     */
    public void removeNode(NodeId id, int version, Recording how) {
        transactions.run(() -> {
            Node node = node(id).orElseThrow(() -> Refusal.notFound("该节点已不存在，请刷新。"));
            int year = queries.countByYear(Set.of(id)).keySet().iterator().next();
            nodeStore.remove(id, version, how);
            changes.record(how, year, "NODES", "删除 " + node.name());
        });
    }

    /**
     * Removes a phase that has no nodes any more.
     *
     * @param version the one that was seen
     * @throws Refusal CONFLICT when somebody else has changed it since, or something refers to it
     */
    public void removePhase(PhaseId id, int version, Recording how) {
        transactions.run(() -> {
            Phase phase = phase(id).orElseThrow(() -> Refusal.notFound("该分期已不存在，请刷新。"));
            phaseStore.remove(phase, version, how);
            changes.record(how, phase.year(), "PHASES", "删除 " + phase.projectName());
        });
    }

    /**
     * An actual date in a locked month stands: it may come late, where there was none, but it is not changed, moved there or taken away
     * (docs/decisions/0020).
     */
    private void refuseRewriting(List<NodeData> nodes, Recording how) {
        Map<NodeId, LocalDate> before = queries.actuals(
                nodes.stream().map(NodeData::id).filter(Objects::nonNull).toList());
        for (NodeData node : nodes) {
            LocalDate was = node.id() == null ? null : before.get(node.id());
            if (was != null && !was.equals(node.actual())) {
                String what = "节点“" + node.name() + "”的实际完成日期（" + was + "）不能改写";
                months.refuseIfLocked(was, how.actor(), what);
                if (node.actual() != null) {
                    months.refuseIfLocked(node.actual(), how.actor(), what);
                }
            }
        }
    }

    private List<NodeId> savedNodes(List<NodeData> nodes, @Nullable Integer version, Recording how) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        refuseRewriting(nodes, how);
        NodeStore.Saved saved = nodeStore.save(nodes, version, how);
        if (queries.anyForeignTarget(saved.changed())) {
            throw Refusal.invalid("节点的计入指标须属于同一年度，请核对。");
        }
        queries.countByYear(saved.changed())
                .forEach((year, count) ->
                        changes.record(how, year, "NODES", count == 1 ? nameOf(saved, nodes) : "节点 " + count + " 条"));
        return saved.ids();
    }

    /**
     * Replaces the predecessors of nodes.
     *
     * @param predecessors for each node those it waits for; empty: for none
     * @throws Refusal INVALID when nodes would wait for each other; it names them
     */
    public void savePredecessors(Map<NodeId, Set<NodeId>> predecessors, Recording how) {
        if (predecessors.isEmpty()) {
            return;
        }
        transactions.run(() -> {
            Set<Integer> years =
                    new HashSet<>(queries.countByYear(predecessors.keySet()).keySet());
            nodeStore.lockYears(years);
            Set<NodeId> changed = nodeStore.savePredecessors(predecessors, how);
            if (changed.isEmpty()) {
                return;
            }
            try {
                Schedule.requireNoCycle(queries.tasks(years));
            } catch (CyclicSchedule cycle) {
                throw Refusal.invalid(Objects.requireNonNull(cycle.getMessage()));
            }
            queries.countByYear(changed)
                    .forEach((year, count) -> changes.record(how, year, "PREDECESSORS", "前置节点 " + count + " 条"));
        });
    }

    private static String nameOf(NodeStore.Saved saved, List<NodeData> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (saved.changed().contains(saved.ids().get(i))) {
                return nodes.get(i).name();
            }
        }
        return "节点";
    }

    private Map<UnitId, Unit> units() {
        return org.units().stream().collect(Collectors.toMap(Unit::id, Function.identity(), (a, b) -> a, HashMap::new));
    }

    private void requireUnits(List<PhaseData> phases) {
        Map<UnitId, Unit> units = units();
        for (PhaseData phase : phases) {
            Unit lead = units.get(phase.lead());
            if (lead == null || (lead.kind() != UnitKind.DEPARTMENT && lead.kind() != UnitKind.TASK_FORCE)) {
                throw Refusal.invalid("项目“" + phase.projectName() + "”的牵头科室须是科室或专班。");
            }
            requireShares(phase.projectName(), phase.shares(), units);
        }
    }

    private static void requireShares(String projectName, List<Share> shares, Map<UnitId, Unit> units) {
        BigDecimal sum = BigDecimal.ZERO;
        Set<UnitId> seen = new HashSet<>();
        for (Share share : shares) {
            Unit street = units.get(share.street());
            if (street == null || street.kind() != UnitKind.STREET) {
                throw Refusal.invalid("项目“" + projectName + "”的街道占比只能写街道。");
            }
            if (!seen.add(share.street())) {
                throw Refusal.invalid("项目“" + projectName + "”的街道占比中“" + street.name() + "”出现了两次。");
            }
            if (share.share().signum() <= 0) {
                throw Refusal.invalid("项目“" + projectName + "”的街道占比须大于 0。");
            }
            sum = sum.add(share.share().setScale(DECIMALS_OF_SHARES, RoundingMode.HALF_UP));
        }
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw Refusal.invalid("项目“" + projectName + "”的街道占比合计须为 100%，现为 "
                    + sum.movePointRight(2).stripTrailingZeros().toPlainString() + "%。");
        }
    }

    private static LocalDate dayOf(Recording how) {
        return LocalDate.ofInstant(how.at(), BusinessClock.ZONE);
    }
}
