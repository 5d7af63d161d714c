package cn.guatu.platform.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number as somebody wrote it, before it is converted to the unit of its target: {@code 80}, {@code 65万㎡}, {@code 约106}.
 *
 * @param number as written; under the unit % the n of n per cent (95 for 95 %, and for a percent cell of 0.95)
 * @param unit as written in the cell, or else in the unit column of the row; null when neither says one: the target's unit
 * @param approx 约 was written
 */
public record Amount(BigDecimal number, @Nullable MeasureUnit unit, boolean approx) {

    /** The same amount in this unit when it has none of its own. */
    public Amount orIn(@Nullable MeasureUnit fallback) {
        return unit != null || fallback == null ? this : new Amount(number, fallback, approx);
    }

    /** Whether it can be kept under a target of this unit. */
    public boolean fits(MeasureUnit target) {
        return unit == null || unit.isCompatibleWith(target);
    }

    /** What is kept under a target of this unit; empty when the units are incompatible (an error of the row, never zero). */
    public Optional<Quantity> in(MeasureUnit target) {
        if (!fits(target)) {
            return Optional.empty();
        }
        MeasureUnit from = unit == null ? target : unit;
        if (target.dimension() == MeasureUnit.Dimension.PERCENT) {
            return Optional.of(new Quantity(number.movePointLeft(2), target));
        }
        return Optional.of(new Quantity(from.convert(number, target), target));
    }

    /** The plain number of a numerator, denominator, weight or base that has no target unit; n per cent is n / 100. */
    public BigDecimal bare() {
        BigDecimal plain =
                unit != null && unit.dimension() == MeasureUnit.Dimension.PERCENT ? number.movePointLeft(2) : number;
        return MeasureUnit.plain(plain.setScale(MeasureUnit.SCALE, RoundingMode.HALF_UP));
    }
}
