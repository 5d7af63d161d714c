package cn.guatu.assessment.api;

import cn.guatu.assessment.AssessmentService;
import cn.guatu.assessment.MonthResult;
import cn.guatu.assessment.SnapshotVerifier;
import cn.guatu.assessment.Visibility;
import cn.guatu.platform.api.ApiParameters;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The scores of a month: the draft before publication, afterwards what was published. */
@RestController
@RequestMapping(path = "/api/v1/years/{year}", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize(Permission.May.READ)
class AssessmentController {

    private final AssessmentService assessment;
    private final SnapshotVerifier verifier;
    private final CurrentUser user;

    AssessmentController(AssessmentService assessment, SnapshotVerifier verifier, CurrentUser user) {
        this.assessment = assessment;
        this.verifier = verifier;
        this.user = user;
    }

    @GetMapping("/assessments/{month}")
    AssessmentAnswer assessment(
            @PathVariable String year,
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String knownAt) {
        MonthResult result = assessment.result(
                ApiParameters.year(year),
                month(month),
                ApiParameters.instant("knownAt", knownAt).orElse(null));
        return AssessmentAnswer.of(result, Visibility.of(result, user.scope()));
    }

    @GetMapping("/months/{month}/bridge")
    List<BridgeAnswer> bridge(@PathVariable String year, @PathVariable String month) {
        return assessment.bridge(ApiParameters.year(year), month(month)).stream()
                .map(BridgeAnswer::of)
                .toList();
    }

    /** Checks the snapshots of all years; those of this year are answered. */
    @GetMapping("/snapshots/verify")
    VerifyAnswer verify(@PathVariable String year) {
        return VerifyAnswer.of(verifier.verify(), ApiParameters.year(year));
    }

    /** A month of 1 to 12, as it stands in an address. */
    static int month(String text) {
        try {
            int month = Integer.parseInt(text);
            if (month >= 1 && month <= 12) {
                return month;
            }
        } catch (NumberFormatException e) {
            throw ApiParameters.unreadable("月份", text, " 1 到 12 的整数");
        }
        throw ApiParameters.unreadable("月份", text, " 1 到 12 的整数");
    }
}
