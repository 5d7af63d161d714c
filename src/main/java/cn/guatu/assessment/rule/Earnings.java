package cn.guatu.assessment.rule;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What the items of a part earn: their share of its points times their credit. Hundreds of nodes have a few weights and credits between
 * them, so each pair is worked out once.
 */
final class Earnings {

    private final BigDecimal effective;
    private final BigDecimal weights;
    private final Map<Item, Earned> known = new HashMap<>();

    /**
     * Earnings of one part.
     *
     * @param effective the points of the part for this unit
     * @param weights the sum of the weights that count; above 0
     */
    Earnings(BigDecimal effective, BigDecimal weights) {
        this.effective = effective;
        this.weights = weights;
    }

    private record Item(BigDecimal weight, BigDecimal credit) {}

    /**
     * The points of an item.
     *
     * @param exact unrounded
     * @param points as printed
     * @param possible as printed, with full credit
     */
    record Earned(BigDecimal exact, BigDecimal points, BigDecimal possible) {}

    Earned of(BigDecimal weight, BigDecimal credit) {
        return known.computeIfAbsent(new Item(weight, credit), this::earned);
    }

    private Earned earned(Item item) {
        BigDecimal possible = effective.multiply(item.weight()).divide(weights, Scorer.EXACT);
        BigDecimal exact = possible.multiply(item.credit(), Scorer.EXACT);
        return new Earned(exact, Scorer.round(exact), Scorer.round(possible));
    }
}
