package cn.guatu.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A new dated value of a target.
 *
 * @param target whose value it is
 * @param status 预计, 正式 or 调整
 * @param value 年度目标 in the unit of the target; null: no figure yet
 * @param approx whether it was written with 约
 * @param docNo 文号
 * @param effectiveFrom 生效日期; null: 1 January of the plan year
 * @param reason why it changed; a decrease needs one
 * @param approvedBy who approved it; null when nobody had to
 */
public record TargetVersionData(
        TargetId target,
        VersionStatus status,
        @Nullable BigDecimal value,
        boolean approx,
        @Nullable String docNo,
        @Nullable LocalDate effectiveFrom,
        @Nullable String reason,
        @Nullable String approvedBy) {}
