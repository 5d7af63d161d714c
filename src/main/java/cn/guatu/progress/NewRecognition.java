package cn.guatu.progress;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row that is to be posted to the ledger (semantics §2), quantities in the unit of the target.
 *
 * @param phase what adds the quantity
 * @param target what it is added to; of the same plan year as the phase
 * @param node the node that it completes; null: recognised on the phase alone
 * @param batch the batch number; null: the evidence number stands for it
 * @param occurredOn the date on the certificate or contract; the street shares of this date split the row
 * @param quantity signed; of a ratio the numerator, of a stock the value on that date
 * @param denominator of a ratio only, then required; null otherwise
 * @param approx 约 was written
 * @param evidence 文号 or 证号
 * @param reason why; required for a negative row and for a reversal, else null is fine
 * @param reverses the standing row that this one takes back, of which it is the exact opposite; null for an ordinary row
 */
public record NewRecognition(
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
        @Nullable RecognitionId reverses) {}
