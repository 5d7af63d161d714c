package cn.guatu.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a report is approved.
 *
 * @param seen the version that was seen
 * @param recognise what is to be posted, in the unit of the target; null: as proposed. Zero posts nothing
 * @param remark why less or more is recognised than claimed; null when nothing is said
 */
public record Approval(
        ReportKey item,
        int seen,
        @Nullable BigDecimal recognise,
        @Nullable String remark) {

    /** As proposed. */
    public static Approval asProposed(ReportKey item, int seen) {
        return new Approval(item, seen, null, null);
    }
}
