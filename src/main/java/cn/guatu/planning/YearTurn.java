package cn.guatu.planning;

import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.CarryOver;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Node;
import cn.guatu.project.NodeDraft;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.TargetService;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** 年度结转: starts a year from the one before it. Carrying again carries only what is new. */
@Service
public class YearTurn {

    private final BreakdownService desk;
    private final TurnQueries queries;
    private final TurnStore store;
    private final UndatedStore undated;
    private final PlanYearService years;
    private final ProjectService projects;
    private final TargetService targets;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    YearTurn(
            BreakdownService desk,
            TurnQueries queries,
            TurnStore store,
            UndatedStore undated,
            PlanYearService years,
            ProjectService projects,
            TargetService targets,
            AuditService audit,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.desk = desk;
        this.queries = queries;
        this.store = store;
        this.undated = undated;
        this.years = years;
        this.projects = projects;
        this.targets = targets;
        this.audit = audit;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /** What would be carried from a year into the next; nothing is written. */
    @PreAuthorize(Permission.May.PLAN)
    public CarryOver preview(int from) {
        Breakdown plan = desk.load(from);
        return CarryOver.of(plan, targets.targets(from + 1), queries.recognised(from), queries.carriedFrom(from));
    }

    /**
     * Carries unfinished nodes into the next year, which is created when it is not there.
     *
     * @return how many nodes were carried
     */
    @PreAuthorize(Permission.May.PLAN)
    public int carry(int from) {
        return transactions.execute(() -> {
            CarryOver carry = preview(from);
            int to = from + 1;
            Recording how = new Recording(clock.now(), user.account(), to, null);
            if (years.find(to).isEmpty()) {
                years.create(to, PlanYearState.DRAFT, how);
            }
            Map<NodeId, NodeId> carried = new HashMap<>();
            Map<NodeId, Set<NodeId>> waits = new HashMap<>();
            for (CarryOver.OfPhase each : carry.phases()) {
                PhaseId phase = phase(each.phase(), to, how);
                for (CarryOver.OfNode node : each.nodes()) {
                    node(node, phase, to, how).ifPresent(made -> {
                        carried.put(node.node().id(), made);
                        waits.put(made, node.node().predecessors());
                    });
                }
            }
            Map<NodeId, Set<NodeId>> resolved = new HashMap<>();
            waits.forEach((node, before) -> {
                Set<NodeId> here = new HashSet<>();
                before.stream().filter(carried::containsKey).map(carried::get).forEach(here::add);
                resolved.put(node, here);
            });
            projects.savePredecessors(resolved, how);
            audit.record("year.carry-over", from + " → " + to, null, carried.size());
            return carried.size();
        });
    }

    private PhaseId phase(Phase old, int to, Recording how) {
        Optional<Phase> there = projects.phase(to, old.projectCode(), old.name());
        return there.map(Phase::id)
                .orElseGet(() -> projects.savePhases(
                                List.of(new PhaseData(
                                        null,
                                        old.projectCode(),
                                        to,
                                        old.name(),
                                        old.projectName(),
                                        old.category(),
                                        old.nature(),
                                        old.lead(),
                                        old.leader(),
                                        old.owner(),
                                        old.ownerId(),
                                        old.implementer(),
                                        old.remark(),
                                        null,
                                        old.assisting(),
                                        old.shares(),
                                        old.sortOrder())),
                                how)
                        .getFirst());
    }

    /** Empty when the new year has a node of this name already: somebody has planned it there. */
    private Optional<NodeId> node(CarryOver.OfNode carried, PhaseId phase, int to, Recording how) {
        Node old = carried.node();
        if (projects.nodes(phase).stream().anyMatch(each -> each.name().equals(old.name()))) {
            return Optional.empty();
        }
        LocalDate decided = carried.planned();
        NodeId id = projects.saveNodes(
                        List.of(NodeDraft.of(old)
                                .id(null)
                                .phase(phase)
                                .planned(decided == null ? Breakdown.assumedDay(to) : decided)
                                .forecast(null)
                                .actual(null)
                                .target(carried.target())
                                .quantity(carried.rest(), old.approx())
                                .made()),
                        how)
                .getFirst();
        if (decided == null) {
            undated.assume(id, Breakdown.assumedDay(to));
        }
        store.carried(id, old.id(), how);
        return Optional.of(id);
    }
}
