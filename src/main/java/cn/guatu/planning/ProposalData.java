package cn.guatu.planning;

import cn.guatu.target.TargetId;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value to be proposed.
 *
 * @param target whose value it is
 * @param status 预计, 正式 or 调整
 * @param value in the unit of the target
 * @param docNo 文号; needed for 正式 and 调整
 * @param effectiveFrom 生效日期
 * @param reason needed for 调整 and for a decrease
 */
public record ProposalData(
        TargetId target,
        VersionStatus status,
        BigDecimal value,
        @Nullable String docNo,
        LocalDate effectiveFrom,
        @Nullable String reason) {}
