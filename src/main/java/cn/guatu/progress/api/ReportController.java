package cn.guatu.progress.api;

import cn.guatu.org.NameKey;
import cn.guatu.org.PlanYearService;
import cn.guatu.platform.api.ApiNumbers;
import cn.guatu.platform.api.ApiParameters;
import cn.guatu.platform.failure.ReferenceNumbers;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.idempotency.Idempotency;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.progress.Claim;
import cn.guatu.progress.ReportDeadlines;
import cn.guatu.progress.ReportKey;
import cn.guatu.progress.ReportService;
import cn.guatu.progress.StaleReport;
import cn.guatu.progress.Submission;
import cn.guatu.progress.WeeklyReport;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Weekly reports of api.md: submitted once for each Idempotency-Key, and read back by week. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ReportController {

    private static final String ONLY_PHASE = "一期";

    private final ReportService reports;
    private final ReportDeadlines deadlines;
    private final ProjectService projects;
    private final TargetService targets;
    private final PlanYearService years;
    private final Idempotency idempotency;
    private final CurrentUser user;

    ReportController(
            ReportService reports,
            ReportDeadlines deadlines,
            ProjectService projects,
            TargetService targets,
            PlanYearService years,
            Idempotency idempotency,
            CurrentUser user) {
        this.reports = reports;
        this.deadlines = deadlines;
        this.projects = projects;
        this.targets = targets;
        this.years = years;
        this.idempotency = idempotency;
        this.user = user;
    }

    /** Where a report goes. */
    private record Place(Phase phase, @Nullable Node node) {}

    @PostMapping(path = "/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(Permission.May.REPORT)
    ResponseEntity<ReportAnswer> report(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ReportRequest request) {
        request.requireFields();
        ReportingWeek week = week(Objects.requireNonNull(request.week()));
        Claim claim = claim(request);
        var answer = idempotency.once(
                user.account(), key, "POST /reports", request, ReportAnswer.class, () -> submit(request, week, claim));
        return ResponseEntity.status(answer.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer.body());
    }

    @GetMapping("/years/{year}/reports")
    @PreAuthorize(Permission.May.READ)
    List<ReportAnswer> reports(@PathVariable String year, @RequestParam(required = false) @Nullable String week) {
        int known = years.require(ApiParameters.year(year)).year();
        ReportingWeek wanted =
                ApiParameters.text(week).map(ReportController::week).orElseGet(deadlines::current);
        Map<PhaseId, Phase> phases =
                projects.phases(known).stream().collect(Collectors.toMap(Phase::id, Function.identity()));
        Map<NodeId, Node> nodes =
                projects.nodes(known).stream().collect(Collectors.toMap(Node::id, Function.identity()));
        Map<TargetId, Target> byId =
                targets.targets(known).stream().collect(Collectors.toMap(Target::id, Function.identity()));
        return reports.reports(known, wanted).stream()
                .map(report -> answer(
                        report,
                        Objects.requireNonNull(phases.get(report.item().phase())),
                        report.item().node() == null
                                ? null
                                : nodes.get(report.item().node()),
                        report.target() == null ? null : byId.get(report.target())))
                .toList();
    }

    /** Somebody else was faster: what there is now comes along, so that the caller can compare and ask again with its version. */
    @ExceptionHandler(StaleReport.class)
    ResponseEntity<ProblemDetail> stale(StaleReport stale) {
        WeeklyReport current = stale.current();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, stale.sentence());
        problem.setProperty("reference", ReferenceNumbers.next());
        projects.phase(current.item().phase())
                .ifPresent(phase -> problem.setProperty("current", answer(current, phase)));
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ReportAnswer submit(ReportRequest request, ReportingWeek week, Claim claim) {
        Place place = place(request, week);
        ReportKey item = new ReportKey(
                week,
                place.phase().id(),
                place.node() == null ? null : place.node().id());
        WeeklyReport report = reports.submit(new Submission(item, claim, request.version()));
        return answer(report, place.phase());
    }

    private ReportAnswer answer(WeeklyReport report, Phase phase) {
        NodeId node = report.item().node();
        TargetId target = report.target();
        return answer(
                report,
                phase,
                node == null ? null : projects.node(node).orElse(null),
                target == null
                        ? null
                        : targets.targets(phase.year()).stream()
                                .filter(each -> each.id().equals(target))
                                .findFirst()
                                .orElse(null));
    }

    private static ReportAnswer answer(WeeklyReport report, Phase phase, @Nullable Node node, @Nullable Target target) {
        return ReportAnswer.of(
                report,
                phase,
                node == null ? null : node.name(),
                target == null ? null : target.code(),
                target == null ? null : target.unit());
    }

    private static Claim claim(ReportRequest request) {
        return new Claim(
                ApiNumbers.sent("cumulative", request.cumulative()),
                ApiNumbers.sent("denominator", request.denominator()),
                ApiParameters.day("completedOn", request.completedOn()).orElse(null),
                request.evidence(),
                request.reason(),
                request.progress(),
                request.nextSteps(),
                request.difficulty(),
                ApiParameters.day("forecast", request.forecast()).orElse(null),
                Boolean.TRUE.equals(request.noChange()));
    }

    private static ReportingWeek week(String text) {
        try {
            return ReportingWeek.parse(text.strip());
        } catch (IllegalArgumentException e) {
            Refusal refusal = ApiParameters.unreadable("week", text.strip(), "周，例如 2026-W24");
            refusal.initCause(e);
            throw refusal;
        }
    }

    // The call names no plan year: of several that of the week, else the last before it.
    private Place place(ReportRequest request, ReportingWeek week) {
        String project = Objects.requireNonNull(request.project());
        String name = ApiParameters.text(request.phase()).orElse(ONLY_PHASE);
        List<Phase> all = projects.phasesOf(project);
        if (all.isEmpty()) {
            throw Refusal.notFound("没有编码为“%s”的项目。".formatted(project.strip()));
        }
        Comparator<Phase> near = Comparator.comparing((Phase each) -> each.year() > week.year())
                .thenComparingInt(each -> Math.abs(each.year() - week.year()));
        Phase phase = all.stream()
                .filter(each -> NameKey.of(each.name()).equals(NameKey.of(name)))
                .min(near)
                .orElseThrow(() -> Refusal.notFound("项目“%s”没有名为“%s”的分期。".formatted(project.strip(), name)));
        String node = ApiParameters.text(request.node()).orElse(null);
        return new Place(phase, node == null ? null : node(phase, node));
    }

    private Node node(Phase phase, String name) {
        return projects.nodes(phase.id()).stream()
                .filter(each -> NameKey.of(each.name()).equals(NameKey.of(name)))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.notFound("分期“%s（%s）”没有名为“%s”的节点。".formatted(phase.projectName(), phase.name(), name)));
    }
}
