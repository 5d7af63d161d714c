package cn.guatu.rollup.rule;

import cn.guatu.rollup.Light;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What one scope has of one target, counted up while the facts are walked through once. */
final class Tally {

    /** What a scope without anything has. */
    static final Tally NOTHING = new Tally();

    boolean hasRows;
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal denominator = BigDecimal.ZERO;
    BigDecimal recent = BigDecimal.ZERO;
    BigDecimal involved = BigDecimal.ZERO;
    BigDecimal involvedDenominator = BigDecimal.ZERO;

    @Nullable
    BigDecimal planned;

    int nodes;
    int missing;
    BigDecimal weight = BigDecimal.ZERO;
    BigDecimal weightDone = BigDecimal.ZERO;

    @Nullable
    Light worst;

    void add(LedgerSums.Sum sum) {
        hasRows = true;
        quantity = quantity.add(sum.quantity());
        denominator = denominator.add(sum.denominator());
        recent = recent.add(sum.recent());
        involved = involved.add(sum.involved());
        involvedDenominator = involvedDenominator.add(sum.involvedDenominator());
    }

    /** The numerators of a parent hold those of its PARTITION parts; nodes stay with the target that they name. */
    void addLedgerOf(Tally part) {
        hasRows |= part.hasRows;
        quantity = quantity.add(part.quantity);
        denominator = denominator.add(part.denominator);
        recent = recent.add(part.recent);
        involved = involved.add(part.involved);
        involvedDenominator = involvedDenominator.add(part.involvedDenominator);
    }

    void addNode(BigDecimal nodeWeight, boolean done, boolean isMissing, Light light) {
        nodes++;
        weight = weight.add(nodeWeight);
        if (done) {
            weightDone = weightDone.add(nodeWeight);
        }
        if (isMissing) {
            missing++;
        }
        worst = worst == null ? light : worst.worse(light);
    }

    void addPlanned(BigDecimal part) {
        planned = Exact.plus(planned, part);
    }
}
