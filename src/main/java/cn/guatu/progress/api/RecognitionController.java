package cn.guatu.progress.api;

import static cn.guatu.progress.api.RecognitionRequest.blankToNull;

import cn.guatu.org.NameKey;
import cn.guatu.platform.api.ApiNumbers;
import cn.guatu.platform.api.ApiParameters;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.idempotency.Idempotency;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.progress.Recognition;
import cn.guatu.progress.RecognitionId;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /recognitions} of api.md: adds a row to the ledger, once for each Idempotency-Key. */
@RestController
@RequestMapping(
        path = "/api/v1/recognitions",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize(Permission.May.RECOGNISE)
class RecognitionController {

    private static final String ONLY_PHASE = "一期";

    private final LedgerService ledger;
    private final ProjectService projects;
    private final TargetService targets;
    private final Idempotency idempotency;
    private final CurrentUser user;
    private final BusinessClock clock;

    RecognitionController(
            LedgerService ledger,
            ProjectService projects,
            TargetService targets,
            Idempotency idempotency,
            CurrentUser user,
            BusinessClock clock) {
        this.ledger = ledger;
        this.projects = projects;
        this.targets = targets;
        this.idempotency = idempotency;
        this.user = user;
        this.clock = clock;
    }

    /** Where a row goes: a phase and a target of the same year. */
    private record Place(Phase phase, Target target) {}

    @PostMapping
    ResponseEntity<RecognitionAnswer> recognise(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody RecognitionRequest request) {
        request.requireFields();
        LocalDate occurredOn =
                ApiParameters.day("occurredOn", request.occurredOn()).orElseThrow();
        BigDecimal quantity = Objects.requireNonNull(ApiNumbers.sent("quantity", request.quantity()));
        BigDecimal denominator = ApiNumbers.sent("denominator", request.denominator());
        var answer = idempotency.once(
                user.account(),
                key,
                "POST /recognitions",
                request,
                RecognitionAnswer.class,
                () -> post(request, occurredOn, quantity, denominator));
        return ResponseEntity.status(answer.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer.body());
    }

    private RecognitionAnswer post(
            RecognitionRequest request, LocalDate occurredOn, BigDecimal quantity, @Nullable BigDecimal denominator) {
        Place place = place(request, occurredOn);
        Phase phase = place.phase();
        if (!user.mayRecognise(phase.lead())) {
            throw Refusal.forbidden("只能计入本科室牵头的分期，“%s（%s）”不由您的科室牵头。".formatted(phase.projectName(), phase.name()));
        }
        String nodeName = blankToNull(request.node());
        Node node = nodeName == null ? null : node(phase, nodeName);
        NewRecognition row = new NewRecognition(
                phase.id(),
                place.target().id(),
                node == null ? null : node.id(),
                blankToNull(request.batch()),
                occurredOn,
                quantity,
                denominator,
                false,
                Objects.requireNonNull(blankToNull(request.evidence())),
                blankToNull(request.reason()),
                reverses(request));
        RecognitionId id = ledger.post(
                row, new Recording(clock.now(), user.account(), place.target().year(), null));
        Recognition posted = ledger.find(id).orElseThrow();
        return RecognitionAnswer.of(posted, phase, place.target(), nameOf(posted, node));
    }

    private @Nullable String nameOf(Recognition posted, @Nullable Node named) {
        if (named != null) {
            return named.name();
        }
        return posted.node() == null
                ? null
                : projects.node(posted.node()).map(Node::name).orElse(null);
    }

    private static @Nullable RecognitionId reverses(RecognitionRequest request) {
        Long reverses = request.reverses();
        if (reverses == null) {
            return null;
        }
        if (reverses <= 0) {
            throw Refusal.notFound("没有第 %d 号计入记录。".formatted(reverses));
        }
        return new RecognitionId(reverses);
    }

    // The call names no year: the phase and the target that exist together do. Of several years that of the date, else
    // the last before it.
    private Place place(RecognitionRequest request, LocalDate occurredOn) {
        String project = Objects.requireNonNull(request.project());
        String target = Objects.requireNonNull(request.target());
        String phase = Optional.ofNullable(blankToNull(request.phase())).orElse(ONLY_PHASE);
        List<Phase> all = projects.phasesOf(project);
        if (all.isEmpty()) {
            throw Refusal.notFound("没有编码为“%s”的项目。".formatted(project.strip()));
        }
        List<Phase> named = all.stream()
                .filter(each -> NameKey.of(each.name()).equals(NameKey.of(phase)))
                .filter(each -> request.year() == null || each.year() == request.year())
                .toList();
        if (named.isEmpty()) {
            throw Refusal.notFound("项目“%s”没有名为“%s”的分期。".formatted(project.strip(), phase));
        }
        List<Place> places = new ArrayList<>();
        for (Phase each : named) {
            targets.find(each.year(), target).ifPresent(found -> places.add(new Place(each, found)));
        }
        int year = occurredOn.getYear();
        Comparator<Place> near = Comparator.comparing(
                        (Place each) -> each.phase().year() > year)
                .thenComparingInt(each -> Math.abs(each.phase().year() - year));
        return places.stream().min(near).orElseThrow(() -> Refusal.notFound("没有编码为“%s”的指标。".formatted(target.strip())));
    }

    private Node node(Phase phase, String name) {
        return projects.nodes(phase.id()).stream()
                .filter(each -> NameKey.of(each.name()).equals(NameKey.of(name)))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.notFound("分期“%s（%s）”没有名为“%s”的节点。".formatted(phase.projectName(), phase.name(), name)));
    }
}
