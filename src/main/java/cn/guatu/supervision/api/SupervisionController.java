package cn.guatu.supervision.api;

import cn.guatu.platform.api.ApiParameters;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.supervision.LadderLevel;
import cn.guatu.supervision.LadderRule;
import cn.guatu.supervision.StepState;
import cn.guatu.supervision.SupervisionService;
import cn.guatu.supervision.SupervisionStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The steps of the ladder over HTTP (api.md), within the scope of the caller. */
@RestController
@RequestMapping(path = "/api/v1/years", produces = MediaType.APPLICATION_JSON_VALUE)
class SupervisionController {

    private final SupervisionService supervision;

    SupervisionController(SupervisionService supervision) {
        this.supervision = supervision;
    }

    /** A step; (rule, subject, period, level) is unique. */
    record Answer(
            LadderRule rule,
            String subject,
            String period,
            LadderLevel level,
            String to,
            Instant sentAt,
            StepState state) {

        static Answer of(SupervisionStep step) {
            return new Answer(
                    step.rule(), step.subject(), step.period(), step.level(), step.to(), step.sentAt(), step.state());
        }
    }

    @GetMapping("/{year}/supervision")
    List<Answer> steps(@PathVariable String year, @RequestParam(required = false) @Nullable String week) {
        return supervision.steps(ApiParameters.year(year), week(week)).stream()
                .map(Answer::of)
                .toList();
    }

    private static @Nullable ReportingWeek week(@Nullable String text) {
        String written = ApiParameters.text(text).orElse(null);
        if (written == null) {
            return null;
        }
        try {
            return ReportingWeek.parse(written);
        } catch (IllegalArgumentException e) {
            throw ApiParameters.unreadable("week", written, "该年存在的周，例如 2026-W24");
        }
    }
}
