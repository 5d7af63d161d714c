package cn.guatu.progress.api;

import static cn.guatu.platform.api.ApiNumbers.amount;

import cn.guatu.progress.Claim;
import cn.guatu.progress.RecognitionId;
import cn.guatu.progress.ReportState;
import cn.guatu.progress.WeeklyReport;
import cn.guatu.project.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A weekly report.
 *
 * @param node null: the phase as a whole
 * @param cumulative what is claimed, in {@code unit}
 * @param recognised what was confirmed in all when the report was approved; null before that
 * @param recognition the row of the ledger that the approval posted
 */
record ReportAnswer(
        long id,
        int year,
        String project,
        String phase,
        @Nullable String node,
        String week,
        ReportState state,
        int version,
        @Nullable String target,
        @Nullable String unit,
        @Nullable BigDecimal cumulative,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal recognised,
        @Nullable Long recognition,
        @Nullable LocalDate completedOn,
        @Nullable String evidence,
        @Nullable String reason,
        @Nullable String progress,
        @Nullable String nextSteps,
        @Nullable String difficulty,
        @Nullable LocalDate forecast,
        boolean noChange,
        String submittedBy,
        Instant submittedAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String returnReason) {

    static ReportAnswer of(
            WeeklyReport report, Phase phase, @Nullable String node, @Nullable String target, @Nullable String unit) {
        Claim claim = report.claim();
        RecognitionId recognition = report.recognition();
        return new ReportAnswer(
                report.id().value(),
                report.year(),
                phase.projectCode(),
                phase.name(),
                node,
                report.item().week().toString(),
                report.state(),
                report.version(),
                target,
                unit,
                amount(claim.cumulative()),
                amount(claim.denominator()),
                amount(report.recognised()),
                recognition == null ? null : recognition.value(),
                claim.completedOn(),
                claim.evidence(),
                claim.reason(),
                claim.progress(),
                claim.nextSteps(),
                claim.difficulty(),
                claim.forecast(),
                claim.noChange(),
                report.submittedBy(),
                report.submittedAt(),
                report.reviewedBy(),
                report.reviewedAt(),
                report.returnReason());
    }
}
