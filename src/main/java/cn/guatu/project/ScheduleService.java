package cn.guatu.project;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.project.schedule.Stop;
import cn.guatu.project.schedule.Task;
import cn.guatu.project.schedule.Terms;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.security.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** 倒排工期: the schedule of a year, and its versions (semantics §10). Every rescheduling has a reason. */
@Service
public class ScheduleService {

    private static final int LONGEST_REASON = 1000;

    private final ProjectService projects;
    private final ScheduleQueries queries;
    private final ScheduleStore store;
    private final WorkCalendars calendars;
    private final ChangeLog changes;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    ScheduleService(
            ProjectService projects,
            ScheduleQueries queries,
            ScheduleStore store,
            WorkCalendars calendars,
            ChangeLog changes,
            AuditService audit,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.projects = projects;
        this.queries = queries;
        this.store = store;
        this.calendars = calendars;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /** The schedule of a year, seen from today. What of it a person may see is for the caller to choose: it is a network. */
    public SchedulePlan plan(int year) {
        return transactions.readOnly(() -> {
            LocalDate today = clock.today();
            Map<PhaseId, Phase> phases =
                    projects.phases(year).stream().collect(Collectors.toMap(Phase::id, Function.identity()));
            Map<NodeId, List<ClockStop>> stops = queries.stops(year);
            Map<NodeId, ScheduleQueries.Bound> terms = queries.terms(year);
            Map<NodeId, LocalDate> baselines = queries.firstDates(year);
            baselines.putAll(queries.baselines(year));
            Map<NodeId, Node> nodes = new LinkedHashMap<>();
            Map<NodeId, Task> tasks = new LinkedHashMap<>();
            for (Node node : projects.nodes(year)) {
                Phase phase = Objects.requireNonNull(phases.get(node.phase()));
                LocalDate start = phase.startsOn() == null ? LocalDate.of(year, 1, 1) : phase.startsOn();
                nodes.put(node.id(), node);
                tasks.put(
                        node.id(),
                        new Task(
                                node.id(),
                                node.name(),
                                node.phase(),
                                start,
                                Objects.requireNonNullElse(node.durationDays(), 0),
                                node.planned(),
                                node.predecessors(),
                                terms(node, terms.get(node.id()), stops.getOrDefault(node.id(), List.of()), today)));
            }
            return new SchedulePlan(year, today, nodes, tasks, baselines, stops, calendars.current());
        });
    }

    private static Terms terms(
            Node node, ScheduleQueries.@Nullable Bound terms, List<ClockStop> stops, LocalDate today) {
        List<Stop> ranges = stops.stream()
                .filter(stop -> stop.to() != null || !stop.from().isAfter(today))
                .map(stop -> new Stop(stop.from(), stop.to() == null ? today : stop.to()))
                .toList();
        Integer least = terms == null ? null : terms.least();
        return new Terms(
                terms == null ? null : terms.pinned(), ranges, node.actual(), least == null ? halfOf(node) : least);
    }

    /** Unless somebody says otherwise, a node can be done in half its time, but not in less (ours). */
    private static int halfOf(Node node) {
        return (Objects.requireNonNullElse(node.durationDays(), 0) + 1) / 2;
    }

    /** Versions of a phase's schedule, latest first. */
    public List<ScheduleVersion> versions(PhaseId phase) {
        return queries.versions(phase);
    }

    /** Whether the caller may move nodes of this phase: who plans, and the head of the department that leads it. */
    public boolean mayReschedule(Phase phase) {
        return user.has(Permission.PLAN)
                || (user.caller().isPresent()
                        && user.roles().contains(Role.DEPARTMENT_HEAD)
                        && user.scope().departments().contains(phase.lead()));
    }

    /**
     * Saves a rescheduling as a version. The first one also keeps what was before as the baseline.
     *
     * @param phase the phase that is rescheduled; nodes of others that follow are moved too and stand in versions of their own
     * @param change what it changes
     * @param reason why; not blank
     * @throws Refusal CONFLICT when a node was changed since, FORBIDDEN when the caller may not, INVALID without a reason
     */
    @PreAuthorize(Permission.May.READ)
    public void reschedule(PhaseId phase, Rescheduling change, String reason) {
        Recording how = new Recording(clock.now(), user.account(), null, null);
        transactions.run(() -> {
            for (PhaseId each : change.phases(projects)) {
                requireMayReschedule(each);
            }
            rescheduleAs(phase, change, reason, VersionKind.RESCHEDULE, how);
            audit.record("schedule.reschedule", nameOf(phase), null, change.inWords());
        });
    }

    /** Like {@link #reschedule}, by the system itself or as part of another use case that has asked who may. */
    public void rescheduleAs(PhaseId phase, Rescheduling change, String reason, VersionKind kind, Recording how) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("请填写调整原因（不超过 1000 字）：调整记入排期版本，原因随版本保留。");
        }
        transactions.run(() -> {
            store.lock(phase);
            Map<PhaseId, List<ScheduleVersion.Move>> moves = new LinkedHashMap<>();
            for (Rescheduling.Change each : change.changes()) {
                Node node = projects.node(each.node()).orElseThrow(() -> Refusal.notFound("节点已不存在，请刷新后重试。"));
                if (node.actual() != null && !node.planned().equals(each.planned())) {
                    throw Refusal.conflict("“" + node.name() + "”已经完成，不能再调整计划日期；请刷新。");
                }
                keepBaseline(node.phase(), how);
                projects.editNode(each.applied(node), each.version(), how);
                if (!node.planned().equals(each.planned())) {
                    moves.computeIfAbsent(node.phase(), id -> new ArrayList<>())
                            .add(new ScheduleVersion.Move(node.id(), node.name(), node.planned(), each.planned()));
                }
            }
            moves.computeIfAbsent(phase, id -> new ArrayList<>());
            moves.forEach(
                    (id, moved) -> store.addVersion(id, store.lastNumber(id) + 1, kind, reason.strip(), moved, how));
        });
    }

    /** Writes down the dates as they stand as the baseline, unless the phase has versions already. */
    private void keepBaseline(PhaseId phase, Recording how) {
        if (store.lastNumber(phase) == 0) {
            addBaseline(phase, "首次调整前的计划", how);
        }
    }

    /**
     * Approves the dates as they stand as the new baseline.
     *
     * @param reason why; not blank
     */
    @PreAuthorize(Permission.May.READ)
    public void approveBaseline(PhaseId phase, String reason) {
        if (reason.isBlank()) {
            throw Refusal.invalid("请填写设为基线的依据。");
        }
        Recording how = new Recording(clock.now(), user.account(), null, null);
        transactions.run(() -> {
            requireMayReschedule(phase);
            store.lock(phase);
            addBaseline(phase, reason.strip(), how);
            audit.record("schedule.baseline", nameOf(phase), null, reason);
        });
    }

    /** Keeps what another use case has moved as a version of the phase's schedule. */
    public void keepVersionAs(
            PhaseId phase, VersionKind kind, String reason, List<ScheduleVersion.Move> moves, Recording how) {
        transactions.run(() -> {
            store.lock(phase);
            store.addVersion(phase, store.lastNumber(phase) + 1, kind, reason, moves, how);
            changes.record(how, yearOf(phase), "SCHEDULE", nameOf(phase) + "：" + kind.label());
        });
    }

    /** Keeps the dates as they stand as a baseline, for other use cases that make nodes. */
    public void keepBaselineAs(PhaseId phase, String reason, Recording how) {
        transactions.run(() -> addBaseline(phase, reason, how));
    }

    private void addBaseline(PhaseId phase, String reason, Recording how) {
        List<ScheduleVersion.Move> dates = projects.nodes(phase).stream()
                .map(node -> new ScheduleVersion.Move(node.id(), node.name(), null, node.planned()))
                .toList();
        store.addVersion(phase, store.lastNumber(phase) + 1, VersionKind.BASELINE, reason, dates, how);
        changes.record(how, yearOf(phase), "SCHEDULE", nameOf(phase) + "：设定基线");
    }

    /**
     * Pins a node to a day, or frees it.
     *
     * @param pinned the day it takes place on; null frees it
     * @param least the fewest working days it could be done in; null: half its duration
     */
    @PreAuthorize(Permission.May.READ)
    public void bind(NodeId node, @Nullable LocalDate pinned, @Nullable Integer least) {
        if (least != null && least < 0) {
            throw Refusal.invalid("最短工期不能为负数。");
        }
        Node held = require(node);
        Recording how = new Recording(clock.now(), user.account(), yearOf(held.phase()), null);
        transactions.run(() -> {
            store.saveTerms(node, pinned, least, how);
            changes.record(how, "SCHEDULE", held.name() + (pinned == null ? "：未锁定日期" : "：锁定在 " + pinned));
        });
    }

    /**
     * Stops the clock of a node, or changes a stop: one without an end goes on until somebody says when the clock went on.
     *
     * @throws Refusal CONFLICT when it stands already on that day
     */
    @PreAuthorize(Permission.May.READ)
    public void stopClock(ClockStop stop) {
        Node held = require(stop.node());
        if (stop.reason().isBlank()) {
            throw Refusal.invalid("请填写停计时的原因或文号。");
        }
        if (stop.to() != null && stop.to().isBefore(stop.from())) {
            throw Refusal.invalid("停计时的结束日期早于开始日期，请更正。");
        }
        Recording how = new Recording(clock.now(), user.account(), yearOf(held.phase()), null);
        transactions.run(() -> {
            requireRunning(held, stop);
            stopClockAs(stop, how);
            audit.record(
                    "schedule.stop", held.name(), null, stop.kind().label() + " " + stop.from() + " " + stop.reason());
        });
    }

    /** A clock that stands already is not stopped again. */
    private void requireRunning(Node node, ClockStop wanted) {
        for (ClockStop held : queries.stops(yearOf(node.phase())).getOrDefault(node.id(), List.of())) {
            boolean stands = !held.from().isAfter(wanted.from())
                    && (held.to() == null || !held.to().isBefore(wanted.from()));
            if (stands && !Objects.equals(held.id(), wanted.id())) {
                throw Refusal.conflict("“" + node.name() + "”在 " + wanted.from() + " 已经停计时（"
                        + held.kind().label() + "，自 " + held.from() + (held.to() == null ? " 起未结束" : " 至 " + held.to())
                        + "），不能重复停；请先恢复计时，或另选开始日期。");
            }
        }
    }

    /** Like {@link #stopClock}, by the system itself. */
    public void stopClockAs(ClockStop stop, Recording how) {
        transactions.run(() -> {
            Node held = projects.node(stop.node()).orElseThrow(() -> Refusal.notFound("节点已不存在，请刷新后重试。"));
            store.saveStop(stop, how);
            changes.record(
                    how,
                    yearOf(held.phase()),
                    "SCHEDULE",
                    held.name() + "：" + stop.kind().label() + "停计时自 " + stop.from());
        });
    }

    /** Takes a stop away that should not have been. */
    @PreAuthorize(Permission.May.READ)
    public void removeStop(ClockStop stop) {
        Node held = require(stop.node());
        Recording how = new Recording(clock.now(), user.account(), yearOf(held.phase()), null);
        transactions.run(() -> {
            store.removeStop(stop, how);
            changes.record(how, "SCHEDULE", held.name() + "：撤销停计时");
            audit.record("schedule.stop-removed", held.name(), stop.from() + " " + stop.reason(), null);
        });
    }

    private Node require(NodeId id) {
        Node node = projects.node(id).orElseThrow(() -> Refusal.notFound("节点已不存在，请刷新后重试。"));
        requireMayReschedule(node.phase());
        return node;
    }

    private void requireMayReschedule(PhaseId id) {
        Phase phase = projects.phase(id).orElseThrow(() -> Refusal.notFound("该分期已不存在，请刷新。"));
        if (!mayReschedule(phase)) {
            throw Refusal.forbidden("“" + phase.projectName() + "”的排期由牵头科室负责人或计划管理员调整。");
        }
    }

    private String nameOf(PhaseId id) {
        return projects.phase(id).map(Phase::projectName).orElse("分期");
    }

    private int yearOf(PhaseId id) {
        return projects.phase(id)
                .orElseThrow(() -> Refusal.notFound("该分期已不存在，请刷新。"))
                .year();
    }
}
