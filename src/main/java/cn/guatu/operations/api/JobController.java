package cn.guatu.operations.api;

import cn.guatu.operations.OperationsService;
import cn.guatu.platform.api.ApiParameters;
import cn.guatu.platform.schedule.JobReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs or catches up periodic work for a date's period; idempotent (api.md). */
@RestController
@RequestMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
class JobController {

    private final OperationsService operations;

    JobController(OperationsService operations) {
        this.operations = operations;
    }

    /** What the run came to. */
    record Answer(String period, int created, int skipped) {}

    @PostMapping("/{job}/run")
    Answer run(@PathVariable String job, @RequestParam(required = false) @Nullable String businessDate) {
        JobReport report = operations.run(
                job, ApiParameters.day("businessDate", businessDate).orElse(null));
        return new Answer(report.period(), report.created(), report.skipped());
    }
}
