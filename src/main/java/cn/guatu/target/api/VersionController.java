package cn.guatu.target.api;

import cn.guatu.org.PlanYearService;
import cn.guatu.platform.api.ApiNumbers;
import cn.guatu.platform.api.ApiParameters;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.idempotency.Idempotency;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a target (semantics §5): all of them in the order they were recorded, and a new one. */
@RestController
@RequestMapping(path = "/api/v1/years/{year}/targets/{code}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
class VersionController {

    private static final int LONGEST_DOC_NO = 255;
    private static final int LONGEST_REASON = 1_000;

    private final TargetService targets;
    private final PlanYearService years;
    private final Idempotency idempotency;
    private final CurrentUser user;
    private final BusinessClock clock;

    VersionController(
            TargetService targets,
            PlanYearService years,
            Idempotency idempotency,
            CurrentUser user,
            BusinessClock clock) {
        this.targets = targets;
        this.years = years;
        this.idempotency = idempotency;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Permission.May.READ)
    List<VersionAnswer> versions(@PathVariable String year, @PathVariable String code) {
        return targets.versions(target(year, code).id()).stream()
                .map(VersionAnswer::of)
                .toList();
    }

    /** Adds a version; with an Idempotency-Key only once. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(Permission.May.PLAN)
    ResponseEntity<VersionAnswer> add(
            @PathVariable String year,
            @PathVariable String code,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody VersionRequest request) {
        Target target = target(year, code);
        TargetVersionData version = version(target, request);
        if (key == null) {
            return ResponseEntity.status(HttpStatus.CREATED).body(added(target, version));
        }
        var answer = idempotency.once(
                user.account(),
                key,
                "POST /years/%d/targets/%s/versions".formatted(target.year(), target.code()),
                request,
                VersionAnswer.class,
                () -> added(target, version));
        return ResponseEntity.status(answer.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer.body());
    }

    private VersionAnswer added(Target target, TargetVersionData version) {
        return VersionAnswer.of(
                targets.addVersion(version, new Recording(clock.now(), user.account(), target.year(), null)));
    }

    private Target target(String year, String code) {
        return targets.require(years.require(ApiParameters.year(year)).year(), code);
    }

    private static TargetVersionData version(Target target, VersionRequest request) {
        VersionStatus status = ApiParameters.word("status", request.status(), VersionStatus.class)
                .orElseThrow(() -> Refusal.invalid("缺少必填字段：status。"));
        BigDecimal value = ApiNumbers.sent("value", request.value());
        if (value == null && status != VersionStatus.PROVISIONAL) {
            throw Refusal.invalid("缺少必填字段：value（只有预计目标可以暂无数值）。");
        }
        if (value != null && value.signum() < 0) {
            throw Refusal.inadmissible("年度目标不能为负数。");
        }
        LocalDate from =
                ApiParameters.day("effectiveFrom", request.effectiveFrom()).orElse(null);
        return new TargetVersionData(
                target.id(),
                status,
                value,
                false,
                text("docNo", request.docNo(), LONGEST_DOC_NO),
                from,
                text("reason", request.reason(), LONGEST_REASON),
                null);
    }

    private static @Nullable String text(String name, @Nullable String text, int longest) {
        String written = ApiParameters.text(text).orElse(null);
        if (written != null && written.length() > longest) {
            throw Refusal.invalid("%s 不能超过 %d 字。".formatted(name, longest));
        }
        return written;
    }
}
