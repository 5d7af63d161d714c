package cn.guatu.target.api;

import static cn.guatu.platform.api.ApiNumbers.amount;

import cn.guatu.target.TargetVersion;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dated value of a target; {@code value} is null when it is 预计 without a figure. */
record VersionAnswer(
        long id,
        @Nullable BigDecimal value,
        VersionStatus status,
        boolean approx,
        @Nullable String docNo,
        LocalDate effectiveFrom,
        @Nullable String reason,
        @Nullable String approvedBy,
        String recordedBy,
        Instant recordedAt) {

    static VersionAnswer of(TargetVersion version) {
        return new VersionAnswer(
                version.id().value(),
                amount(version.value()),
                version.status(),
                version.approx(),
                version.docNo(),
                version.effectiveFrom(),
                version.reason(),
                version.approvedBy(),
                version.recordedBy(),
                version.recordedAt());
    }
}
