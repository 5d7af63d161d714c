package cn.guatu.progress.rule;

import cn.guatu.progress.Claim;
import cn.guatu.progress.Counted;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row of the ledger that approving a report would post (semantics §2): what is missing to the claimed cumulative value, or what a
 * finished node declares and is not on the ledger yet.
 *
 * @param quantity signed, in the unit of the target; of a stock the value itself
 * @param denominator of a ratio only, null otherwise
 */
public record RecognitionProposal(
        BigDecimal quantity, @Nullable BigDecimal denominator) {

    /** The row; empty when there is nothing to post. */
    public static Optional<RecognitionProposal> of(Claim claim, @Nullable Counted counted) {
        if (counted == null || !counted.takesQuantity() || claim.noChange()) {
            return Optional.empty();
        }
        BigDecimal cumulative = claim.cumulative();
        return cumulative == null ? ofCompletion(claim, counted) : ofCumulative(cumulative, claim, counted);
    }

    /** Whether it takes back what was confirmed: then it needs a reason. */
    public boolean takesBack() {
        return quantity.signum() < 0 || (denominator != null && denominator.signum() < 0);
    }

    private static Optional<RecognitionProposal> ofCumulative(BigDecimal cumulative, Claim claim, Counted counted) {
        BigDecimal more = cumulative.subtract(counted.confirmed());
        if (counted.kind() == TargetKind.STOCK) {
            return more.signum() == 0 ? Optional.empty() : Optional.of(new RecognitionProposal(cumulative, null));
        }
        BigDecimal below =
                claim.denominator() == null ? null : claim.denominator().subtract(counted.confirmedBelow());
        boolean nothing = more.signum() == 0 && (below == null || below.signum() == 0);
        return nothing ? Optional.empty() : Optional.of(new RecognitionProposal(more, below));
    }

    // A ratio has no declared denominator, so a finished node proposes nothing for it.
    private static Optional<RecognitionProposal> ofCompletion(Claim claim, Counted counted) {
        BigDecimal declared = counted.declared();
        if (claim.completedOn() == null || declared == null || counted.kind() == TargetKind.RATIO) {
            return Optional.empty();
        }
        BigDecimal left = counted.kind() == TargetKind.STOCK ? declared : declared.subtract(counted.onNode());
        return left.signum() > 0 ? Optional.of(new RecognitionProposal(left, null)) : Optional.empty();
    }
}
