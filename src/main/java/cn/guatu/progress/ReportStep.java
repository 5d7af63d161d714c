package cn.guatu.progress;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an item, with what the report said then.
 *
 * @param version of the report after the step; 0 when there was none
 * @param remark the reason of a return or a re-opening; null for other steps
 * @param recognised the confirmed cumulative value after an approval; null otherwise
 * @param recognition the row that the approval posted; null when there was none
 * @param actor account name or system actor
 */
public record ReportStep(
        ReportKey item,
        StepAction action,
        int version,
        Claim claim,
        @Nullable String remark,
        @Nullable BigDecimal recognised,
        @Nullable RecognitionId recognition,
        String actor,
        Instant at) {}
