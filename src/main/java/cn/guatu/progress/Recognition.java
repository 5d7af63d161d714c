package cn.guatu.progress;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as it was posted; it never changes (semantics §2). Quantities in the unit of the target.
 *
 * @param node null: recognised on the phase alone
 * @param batch null: the evidence number stands for it
 * @param denominator of a ratio only, null otherwise
 * @param reason null when none was asked for
 * @param reverses the row that this one takes back; null for an ordinary row
 * @param reversedBy the row that takes this one back; null while it stands
 * @param importId the import that posted it; null when a person did
 * @param recordedBy account name or system actor
 * @param recordedAt since when we know it (补报 shows in the difference to {@code occurredOn})
 */
public record Recognition(
        RecognitionId id,
        PhaseId phase,
        TargetId target,
        @Nullable NodeId node,
        @Nullable String batch,
        LocalDate occurredOn,
        BigDecimal quantity,
        @Nullable BigDecimal denominator,
        boolean approx,
        String evidence,
        @Nullable String reason,
        @Nullable RecognitionId reverses,
        @Nullable RecognitionId reversedBy,
        @Nullable Long importId,
        String recordedBy,
        Instant recordedAt) {

    /** Whether it is an ordinary row that nobody has taken back. */
    public boolean stands() {
        return reverses == null && reversedBy == null;
    }
}
