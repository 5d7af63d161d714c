package cn.guatu.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dated value of a target (目标版本, semantics §5). Versions are only added.
 *
 * @param id its identity; a later version has a greater one
 * @param target whose value it is
 * @param status 预计, 正式 or 调整
 * @param value 年度目标 in the unit of the target; null: no figure yet
 * @param approx whether it was written with 约
 * @param docNo 文号
 * @param effectiveFrom 生效日期
 * @param reason why it changed
 * @param approvedBy who approved it; null when nobody had to
 * @param importId the import it came with; null when it did not
 * @param recordedBy the account that recorded it
 * @param recordedAt since when it is known
 */
public record TargetVersion(
        TargetVersionId id,
        TargetId target,
        VersionStatus status,
        @Nullable BigDecimal value,
        boolean approx,
        @Nullable String docNo,
        LocalDate effectiveFrom,
        @Nullable String reason,
        @Nullable String approvedBy,
        @Nullable Long importId,
        String recordedBy,
        Instant recordedAt) {

    /** The version in force is the greatest of those in effect: latest date, then later status, then later row. */
    private static final Comparator<TargetVersion> FORCE = Comparator.comparing(TargetVersion::effectiveFrom)
            .thenComparing(TargetVersion::status)
            .thenComparing(version -> version.id().value());

    /**
     * The version in force on a day (semantics §5).
     *
     * @param versions of one target
     * @param day the cut-off date
     * @return empty when none is in effect by then
     */
    public static Optional<TargetVersion> inForce(Collection<TargetVersion> versions, LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .max(FORCE);
    }
}
