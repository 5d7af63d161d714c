package cn.guatu.supervision;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.supervision.rule.OrderRules;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What 每周督办 did: the steps of the ladder and the cards that 督办单 bring. */
@Service
public class SupervisionService {

    private final StepQueries steps;
    private final OrderQueries orders;
    private final PlanYearService years;
    private final ProjectService projects;
    private final TargetService targets;
    private final OrgService org;
    private final CurrentUser user;
    private final BusinessClock clock;

    SupervisionService(
            StepQueries steps,
            OrderQueries orders,
            PlanYearService years,
            ProjectService projects,
            TargetService targets,
            OrgService org,
            CurrentUser user,
            BusinessClock clock) {
        this.steps = steps;
        this.orders = orders;
        this.years = years;
        this.projects = projects;
        this.targets = targets;
        this.org = org;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The steps that were taken in a year, or in one week of it, that the caller sees; the latest week first.
     *
     * @param week null for all
     */
    @PreAuthorize(Permission.May.READ)
    public List<SupervisionStep> steps(int year, @Nullable ReportingWeek week) {
        years.require(year);
        return steps.steps(year, week, user.scope());
    }

    /** A node as something to speak about; null when it is gone. */
    public SupervisionWord.@Nullable About item(NodeId node) {
        return projects.node(node)
                .map(each -> SupervisionWord.About.item(each.phase(), each.id()))
                .orElse(null);
    }

    /** Which lead department (its name) each phase and each target of a year has. */
    public Leads leads(int year) {
        Map<UnitId, String> names = org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return new Leads(
                projects.phases(year).stream()
                        .collect(Collectors.toMap(Phase::id, phase -> names.getOrDefault(phase.lead(), ""))),
                targets.targets(year).stream()
                        .collect(Collectors.toMap(Target::id, target -> names.getOrDefault(target.lead(), ""))));
    }

    /** The lead departments of phases and targets, by name. */
    public record Leads(Map<PhaseId, String> phases, Map<TargetId, String> targets) {

        /** Whether the department leads what is spoken about. */
        public boolean isLedBy(String department, @Nullable PhaseId phase, @Nullable TargetId target) {
            return (phase != null && department.equals(phases.get(phase)))
                    || (target != null && department.equals(targets.get(target)));
        }
    }

    /** The nodes of a year in words, of the phases that the caller sees. */
    @PreAuthorize(Permission.May.READ)
    public Map<NodeId, String> nodeNames(int year) {
        Map<PhaseId, Phase> phases = projects.phases(year).stream()
                .filter(phase -> phase.isSeenBy(user.scope()))
                .collect(Collectors.toMap(Phase::id, phase -> phase));
        Map<NodeId, String> names = new HashMap<>();
        for (Node node : projects.nodes(year)) {
            Phase phase = phases.get(node.phase());
            if (phase != null) {
                names.put(node.id(), ItemName.of(phase, node.name()));
            }
        }
        return names;
    }

    /** The cards of a month, for the system: 黄牌 and 红牌 of the plan year's 督办单, by day (semantics §13). */
    public List<Card> cards(int year, YearMonth month) {
        return cards(orders.all(year, AccessScope.everything()), month, clock.today());
    }

    /** The same as they were known at an instant. */
    public List<Card> cards(int year, YearMonth month, Instant knownAt) {
        return cards(orders.all(year, knownAt), month, LocalDate.ofInstant(knownAt, clock.zone()));
    }

    private List<Card> cards(List<SupervisionOrder> of, YearMonth month, LocalDate today) {
        return of.stream()
                .flatMap(order -> OrderRules.cards(order, month, today, clock.zone()).stream())
                .sorted(Comparator.comparing(Card::on).thenComparing(Card::title))
                .toList();
    }
}
