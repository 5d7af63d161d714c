package cn.guatu.bulletin;

import cn.guatu.bulletin.Analysis.CategoryFunnel;
import cn.guatu.bulletin.Analysis.Cause;
import cn.guatu.bulletin.rule.Durations;
import cn.guatu.bulletin.rule.Funnel;
import cn.guatu.bulletin.rule.Shown;
import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.progress.ReportService;
import cn.guatu.progress.WeeklyReport;
import cn.guatu.project.Category;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.security.AccessScope;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerService;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far projects have come, how long stages and reviews take, and what holds things up. */
@Component
class WorkInProgress {

    private static final int FEWEST = 3;
    private static final int WEEKS = 12;

    /** A report handed in by Thursday 17:00 is to be reviewed before the hard close on Friday: within the next working day. */
    private static final int PROMISED_REVIEW = 1;

    /** Stages of the default templates (semantics §10), with the names that workbooks use, and the stage that counts as implemented. */
    private record Stages(Category category, List<String> names, String implementing) {}

    private static final List<Stages> STAGES = List.of(
            new Stages(
                    Category.RENEWAL,
                    List.of("计划立项", "规划审批", "实施主体确认", "用地审批", "土地出让", "建设工程规划许可", "施工许可", "施工", "竣工验收"),
                    "实施主体确认"),
            new Stages(
                    Category.LAND_PREPARATION,
                    List.of("计划", "方案", "实施方案批复", "签约", "补偿协议签订", "搬迁", "房屋搬迁", "建筑物拆除", "场地移交", "入库", "土地入库"),
                    "土地入库"));

    private final ProjectService projects;
    private final TargetService targets;
    private final BlockerService blockers;
    private final ReportService reports;
    private final OrgService org;
    private final WorkCalendars calendars;

    WorkInProgress(
            ProjectService projects,
            TargetService targets,
            BlockerService blockers,
            ReportService reports,
            OrgService org,
            WorkCalendars calendars) {
        this.projects = projects;
        this.targets = targets;
        this.blockers = blockers;
        this.reports = reports;
        this.org = org;
        this.calendars = calendars;
    }

    List<CategoryFunnel> funnels(int year, List<NodeFigure> nodes) {
        Map<String, Category> categories = new HashMap<>();
        projects.phases(year)
                .forEach(phase -> categories.put(phase.projectCode() + "\n" + phase.name(), phase.category()));
        List<CategoryFunnel> funnels = new ArrayList<>();
        for (Stages stages : STAGES) {
            List<Funnel.PhaseNode> of = new ArrayList<>();
            for (NodeFigure node : nodes) {
                String phase = node.project() + "\n" + node.phase();
                if (categories.get(phase) == stages.category()) {
                    of.add(new Funnel.PhaseNode(phase, node.node(), node.actual() != null));
                }
            }
            List<String> used = stages.names().stream()
                    .filter(name -> of.stream().anyMatch(node -> node.node().equals(name)))
                    .toList();
            if (!used.isEmpty()) {
                String implementing = used.contains(stages.implementing()) ? stages.implementing() : used.getLast();
                funnels.add(new CategoryFunnel(stages.category().label(), Funnel.of(of, used, implementing)));
            }
        }
        return funnels;
    }

    /** Working days from the finish of a node's last predecessor to its own, against its 工期. */
    List<Durations.Stage> stages(int year, List<NodeFigure> nodes) {
        Map<NodeId, LocalDate> finished = new HashMap<>();
        nodes.forEach(node -> {
            if (node.actual() != null) {
                finished.put(node.id(), node.actual());
            }
        });
        WorkCalendar calendar = calendars.current();
        List<Durations.Took> took = new ArrayList<>();
        for (Node node : projects.nodes(year)) {
            LocalDate end = finished.get(node.id());
            LocalDate start = lastOf(node, finished);
            if (end != null && start != null && !end.isBefore(start)) {
                took.add(new Durations.Took(node.name(), calendar.workingDaysBetween(start, end), node.durationDays()));
            }
        }
        return Durations.by(took, FEWEST);
    }

    private static @Nullable LocalDate lastOf(Node node, Map<NodeId, LocalDate> finished) {
        if (node.predecessors().isEmpty() || !finished.keySet().containsAll(node.predecessors())) {
            return null;
        }
        return node.predecessors().stream()
                .map(finished::get)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Working days from the last submission to the review, by lead department, over the last twelve weeks. */
    List<Durations.Stage> reviews(int year, LocalDate cutOff) {
        Map<PhaseId, UnitId> leads = projects.phases(year).stream().collect(Collectors.toMap(Phase::id, Phase::lead));
        Map<UnitId, String> names = org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        WorkCalendar calendar = calendars.current();
        List<Durations.Took> took = new ArrayList<>();
        ReportingWeek week = ReportingWeek.containing(cutOff);
        for (int i = 0; i < WEEKS; i++, week = week.previous()) {
            for (WeeklyReport report : reports.reports(year, week)) {
                UnitId lead = leads.get(report.item().phase());
                if (report.reviewedAt() != null && lead != null) {
                    LocalDate from =
                            report.submittedAt().atZone(BusinessClock.ZONE).toLocalDate();
                    LocalDate to =
                            report.reviewedAt().atZone(BusinessClock.ZONE).toLocalDate();
                    took.add(new Durations.Took(
                            names.getOrDefault(lead, ""),
                            Math.max(0, calendar.workingDaysBetween(from, to)),
                            PROMISED_REVIEW));
                }
            }
        }
        return Durations.by(took, 1);
    }

    List<Cause> causes(int year, LocalDate cutOff, AccessScope scope) {
        Map<PhaseId, Phase> phases =
                projects.phases(year).stream().collect(Collectors.toMap(Phase::id, Function.identity()));
        Map<TargetId, Target> byId =
                targets.targets(year).stream().collect(Collectors.toMap(Target::id, Function.identity()));
        Map<BlockerCause, List<Blocker>> byCause = new EnumMap<>(BlockerCause.class);
        for (Blocker blocker : blockers.all(year)) {
            Phase phase = phases.get(blocker.phase());
            if (phase != null && phase.isSeenBy(scope) && !blocker.raisedOn().isAfter(cutOff)) {
                byCause.computeIfAbsent(
                                blocker.cause() == null ? BlockerCause.OTHER : blocker.cause(),
                                cause -> new ArrayList<>())
                        .add(blocker);
            }
        }
        return byCause.entrySet().stream()
                .map(entry -> cause(entry.getKey(), entry.getValue(), cutOff, byId))
                .sorted(Comparator.comparingLong(Cause::days).reversed().thenComparing(Cause::cause))
                .toList();
    }

    private static Cause cause(BlockerCause cause, List<Blocker> of, LocalDate cutOff, Map<TargetId, Target> targets) {
        List<Blocker> open = of.stream().filter(Blocker::isOpen).toList();
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        for (Blocker blocker : open) {
            Target target = blocker.target() == null ? null : targets.get(blocker.target());
            if (target != null && blocker.quantity() != null) {
                quantities.merge(target.unit(), blocker.quantity(), BigDecimal::add);
            }
        }
        return new Cause(
                cause.label(),
                open.size(),
                of.size(),
                open.stream().mapToLong(blocker -> blocker.daysHeld(cutOff)).sum(),
                quantities.entrySet().stream()
                        .map(entry -> Shown.quantity(entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining("、")));
    }
}
