package cn.guatu.assessment.api;

import cn.guatu.assessment.SnapshotVerifier;
import cn.guatu.assessment.VerifyFinding;
import java.util.List;

/** Whether the published snapshots are as they were published, and what of a year is not. */
record VerifyAnswer(boolean ok, int snapshots, List<VerifyFinding> findings) {

    static VerifyAnswer of(SnapshotVerifier.Report report, int year) {
        List<VerifyFinding> own =
                report.findings().stream().filter(each -> each.year() == year).toList();
        return new VerifyAnswer(report.findings().isEmpty(), report.snapshots(), own);
    }
}
