package cn.guatu.platform.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of a unit as it is kept: at most 6 decimals HALF_UP (rulings, Figures); a per cent is kept as a fraction, 1 being 100 %.
 *
 * @param value the number, in the unit; for % the fraction
 */
public record Quantity(BigDecimal value, MeasureUnit unit) {

    public Quantity {
        value = MeasureUnit.plain(value.setScale(MeasureUnit.SCALE, RoundingMode.HALF_UP));
    }
}
