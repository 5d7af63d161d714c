package cn.guatu.progress.rule;

import cn.guatu.org.UnitId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a row over the streets of its phase so that the parts add up exactly (semantics §9). */
public final class StreetSplit {

    /** Decimals that quantities are kept with (rulings, Figures). */
    public static final int SCALE = 6;

    private StreetSplit() {}

    /**
     * The share of a street in a phase.
     *
     * @param share a fraction; those of a phase sum to 1
     */
    public record Share(UnitId street, BigDecimal share) {}

    /**
     * What a street gets of a row.
     *
     * @param denominator null when the row has none
     */
    public record Part(
            UnitId street,
            BigDecimal share,
            BigDecimal quantity,
            @Nullable BigDecimal denominator) {

        /** The same part taken back. */
        public Part negated() {
            return new Part(street, share, quantity.negate(), denominator == null ? null : denominator.negate());
        }
    }

    /**
     * The parts, in the order of the shares. Every street but the first gets its share, rounded HALF_UP; the first gets what is left,
     * and so what rounding leaves.
     *
     * @param shares at least one
     * @param denominator null when the row has none
     */
    public static List<Part> of(BigDecimal quantity, @Nullable BigDecimal denominator, List<Share> shares) {
        List<BigDecimal> quantities = split(quantity, shares);
        List<BigDecimal> denominators = denominator == null ? null : split(denominator, shares);
        List<Part> parts = new ArrayList<>(shares.size());
        for (int i = 0; i < shares.size(); i++) {
            Share each = shares.get(i);
            parts.add(new Part(
                    each.street(), each.share(), quantities.get(i), denominators == null ? null : denominators.get(i)));
        }
        return parts;
    }

    private static List<BigDecimal> split(BigDecimal whole, List<Share> shares) {
        List<BigDecimal> parts = new ArrayList<>(shares.size());
        BigDecimal left = whole.setScale(SCALE, RoundingMode.HALF_UP);
        parts.add(left);
        for (Share each : shares.subList(1, shares.size())) {
            BigDecimal part = whole.multiply(each.share()).setScale(SCALE, RoundingMode.HALF_UP);
            parts.add(part);
            left = left.subtract(part);
        }
        parts.set(0, left);
        return parts;
    }
}
