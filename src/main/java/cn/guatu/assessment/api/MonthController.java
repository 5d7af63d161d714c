package cn.guatu.assessment.api;

import cn.guatu.assessment.MonthService;
import cn.guatu.assessment.Reopening;
import cn.guatu.org.MonthStep;
import cn.guatu.platform.api.ApiParameters;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The months of a year and their steps (rulings, Also in the interface). Asking again for a step that was taken answers the same. */
@RestController
@RequestMapping(path = "/api/v1/years/{year}/months", produces = MediaType.APPLICATION_JSON_VALUE)
class MonthController {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SCOPE = 255;
    private static final int LONGEST_REASON = 500;

    private final MonthService months;
    private final BusinessClock clock;

    MonthController(MonthService months, BusinessClock clock) {
        this.months = months;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Permission.May.READ)
    List<MonthAnswer> months(@PathVariable String year) {
        return months.months(ApiParameters.year(year)).stream()
                .map(MonthAnswer::of)
                .toList();
    }

    @PostMapping("/{month}/{step:cut-off|review|objection|publish|reopen}")
    @PreAuthorize(Permission.May.OPERATE)
    MonthAnswer step(
            @PathVariable String year,
            @PathVariable String month,
            @PathVariable String step,
            @RequestBody(required = false) @Nullable StepRequest sent) {
        int of = ApiParameters.year(year);
        int which = AssessmentController.month(month);
        StepRequest request = Objects.requireNonNullElse(sent, StepRequest.NOTHING);
        MonthStep asked = MonthStep.valueOf(step.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (asked == MonthStep.REOPEN) {
            return MonthAnswer.of(months.reopen(of, which, reopening(request)));
        }
        return MonthAnswer.of(months.take(
                of,
                which,
                asked,
                optional("reason", request.reason(), LONGEST_REASON),
                Boolean.TRUE.equals(request.strict())));
    }

    private Reopening reopening(StepRequest request) {
        String person = required("person", request.person(), LONGEST_NAME);
        String scope = required("scope", request.scope(), LONGEST_SCOPE);
        String reason = required("reason", request.reason(), LONGEST_REASON);
        return new Reopening(person, scope, reason, expiry(required("expiry", request.expiry(), LONGEST_NAME)));
    }

    private Instant expiry(String text) {
        return text.length() <= "2026-03-31".length()
                ? ApiParameters.day("expiry", text)
                        .orElseThrow()
                        .plusDays(1)
                        .atStartOfDay(clock.zone())
                        .toInstant()
                : ApiParameters.instant("expiry", text).orElseThrow();
    }

    private static String required(String name, @Nullable String text, int longest) {
        String written = optional(name, text, longest);
        if (written == null) {
            throw Refusal.invalid("重新开启须写明 person（准许的人）、scope（范围）、reason（理由）和 expiry（到期时间）；缺少 " + name + "。");
        }
        return written;
    }

    private static @Nullable String optional(String name, @Nullable String text, int longest) {
        String written = ApiParameters.text(text).orElse(null);
        if (written != null && written.length() > longest) {
            throw Refusal.invalid("%s 不能超过 %d 字。".formatted(name, longest));
        }
        return written;
    }
}
