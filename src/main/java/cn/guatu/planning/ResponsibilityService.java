package cn.guatu.planning;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.Deputies;
import cn.guatu.org.Deputy;
import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.DeskRows;
import cn.guatu.planning.rule.Names;
import cn.guatu.planning.rule.OwnerChange;
import cn.guatu.planning.rule.Written;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Node;
import cn.guatu.project.NodeDraft;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseDraft;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** 责任清单: who answers for what, and handing all of it over in one go. */
@Service
public class ResponsibilityService {

    private final BreakdownService desk;
    private final ProjectService projects;
    private final OrgService org;
    private final Deputies deputies;
    private final RollupService rollup;
    private final HandOverQueries queries;
    private final HandOverStore store;
    private final ChangeLog changes;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    ResponsibilityService(
            BreakdownService desk,
            ProjectService projects,
            OrgService org,
            Deputies deputies,
            RollupService rollup,
            HandOverQueries queries,
            HandOverStore store,
            ChangeLog changes,
            AuditService audit,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.desk = desk;
        this.projects = projects;
        this.org = org;
        this.deputies = deputies;
        this.rollup = rollup;
        this.queries = queries;
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /** All lines of a year that the caller sees, in the order of the plan. */
    @PreAuthorize(Permission.May.READ)
    public List<Responsibility> lines(int year) {
        Breakdown plan = desk.load(year);
        Names names = new Names(plan);
        return plan.phases().stream().map(phase -> line(plan, names, phase)).toList();
    }

    /** The lights of all nodes of a year that the caller sees, as of a day. */
    @PreAuthorize(Permission.May.READ)
    public Map<NodeId, Light> lights(int year, LocalDate day) {
        return rollup.nodes(year, NodeState.ALL, new AsOf(day, null), user.scope()).stream()
                .collect(Collectors.toMap(NodeFigure::id, NodeFigure::light));
    }

    private static Responsibility line(Breakdown plan, Names names, Phase phase) {
        List<Responsibility.Duty> duties = new ArrayList<>();
        for (Node node : plan.nodesOf(phase.id())) {
            Target target =
                    node.target() == null ? null : plan.target(node.target()).orElse(null);
            boolean own = node.owner() != null;
            duties.add(new Responsibility.Duty(
                    node.id(),
                    node.name(),
                    own ? Objects.requireNonNull(node.owner()) : phase.owner(),
                    own ? node.ownerId() : phase.ownerId(),
                    own,
                    node.planned(),
                    node.actual(),
                    target == null ? "" : target.name(),
                    node.quantity(),
                    target == null ? "" : target.unit()));
        }
        return new Responsibility(
                phase.id(),
                phase.projectCode(),
                phase.projectName() + (phase.name().equals(DeskRows.ONLY_PHASE) ? "" : " " + phase.name()),
                names.unit(phase.lead()),
                Written.shares(phase.shares(), names),
                Objects.requireNonNullElse(phase.leader(), ""),
                phase.owner(),
                phase.ownerId(),
                duties);
    }

    /**
     * What a hand-over would move: phases that the person answers for, and open nodes that name him. Nothing is written.
     *
     * @param from the name, as it stands on the lines
     * @param fromId null when he is only a name
     */
    @PreAuthorize(Permission.May.PLAN)
    public OwnerChange preview(int year, String from, @Nullable PersonId fromId) {
        return OwnerChange.of(desk.load(year), from, fromId);
    }

    /**
     * Hands everything over in one go.
     *
     * @param effectiveFrom 生效日期, not after today: it is recorded when it is so
     * @throws Refusal INVALID for nobody to take it, or nothing to hand over
     */
    @PreAuthorize(Permission.May.PLAN)
    public int handOver(
            int year,
            String from,
            @Nullable PersonId fromId,
            PersonId to,
            LocalDate effectiveFrom,
            @Nullable String reason) {
        if (effectiveFrom.isAfter(clock.today())) {
            throw Refusal.invalid("移交自生效之日起办理，生效日期不能晚于今天；以后才离岗的，可先设置代理。");
        }
        return transactions.execute(() -> {
            Person taker = org.person(to).filter(Person::active).orElseThrow(() -> Refusal.invalid("接手人已离岗，请另选在岗人员。"));
            OwnerChange change = preview(year, from, fromId);
            if (change.isEmpty()) {
                throw Refusal.invalid("“" + from + "”名下没有可移交的项目和节点。");
            }
            Recording how = recording(year);
            assign(change.phases(), change.nodes(), taker.name(), taker.id(), how);
            store.add(
                    year,
                    from,
                    fromId,
                    to,
                    effectiveFrom,
                    reason == null || reason.isBlank() ? null : reason.strip(),
                    change.phases().stream().map(Phase::id).toList(),
                    change.nodes().stream().map(Node::id).toList(),
                    how);
            changes.record(how, "HAND_OVER", from + " → " + taker.name());
            audit.record("hand-over", from + " → " + taker.name(), null, change.count());
            return change.count();
        });
    }

    /** The hand-overs of a year, the latest first. */
    @PreAuthorize(Permission.May.READ)
    public List<HandOver> handOvers(int year) {
        return queries.of(year);
    }

    /**
     * Takes a hand-over back. What the taker has passed on since, or was removed, stays as it is.
     *
     * @return how many phases and nodes went back
     */
    @PreAuthorize(Permission.May.PLAN)
    public int undo(long id) {
        return transactions.execute(() -> {
            HandOver made = queries.find(id).orElseThrow(() -> Refusal.notFound("这次移交已不存在。"));
            HandOverQueries.Moved moved = queries.moved(id);
            Recording how = recording(made.year());
            store.undone(id, how);
            List<Phase> phases = moved.phases().stream()
                    .map(projects::phase)
                    .flatMap(Optional::stream)
                    .filter(each -> made.to().equals(each.ownerId()))
                    .toList();
            List<Node> nodes = moved.nodes().stream()
                    .map(projects::node)
                    .flatMap(Optional::stream)
                    .filter(each -> made.to().equals(each.ownerId()))
                    .toList();
            assign(phases, nodes, made.from(), moved.from(), how);
            changes.record(how, "HAND_OVER", "撤销 " + made.from() + " → " + made.toName());
            audit.record("hand-over.undo", made.from() + " → " + made.toName(), null, null);
            return phases.size() + nodes.size();
        });
    }

    /** Who stands in for whom now and later. */
    @PreAuthorize(Permission.May.READ)
    public List<Deputy> deputies() {
        return deputies.current();
    }

    /** Names a deputy for somebody who is absent, as {@link Deputies#name}. */
    @PreAuthorize(Permission.May.PLAN)
    public void nameDeputy(PersonId person, PersonId deputy, LocalDate from, LocalDate to, @Nullable String reason) {
        deputies.name(person, deputy, from, to, reason);
    }

    /** Ends a deputy's time now. */
    @PreAuthorize(Permission.May.PLAN)
    public void endDeputy(Deputy deputy) {
        deputies.end(deputy);
    }

    private void assign(List<Phase> phases, List<Node> nodes, String name, @Nullable PersonId id, Recording how) {
        for (Phase phase : phases) {
            projects.editPhase(PhaseDraft.of(phase).owner(name, id).made(), phase.version(), how);
        }
        for (Node node : nodes) {
            projects.editNode(NodeDraft.of(node).owner(name, id).made(), node.version(), how);
        }
    }

    private Recording recording(int year) {
        return new Recording(clock.now(), user.account(), year, null);
    }
}
