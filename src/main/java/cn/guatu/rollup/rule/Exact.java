package cn.guatu.rollup.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Decimal arithmetic of figures. Sums and products are exact; only a quotient that does not end is cut, after 40 digits. */
final class Exact {

    /** Bands compare what comes out of it, so it keeps far more digits than any quantity has. */
    private static final MathContext QUOTIENT = new MathContext(40, RoundingMode.HALF_UP);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Exact() {}

    static BigDecimal divide(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, QUOTIENT);
    }

    static BigDecimal divide(long numerator, long denominator) {
        return divide(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    /** What two figures have together; absent only when both are. */
    static @Nullable BigDecimal plus(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one.add(other);
    }

    /** A fraction as people read it: 2.7 % for 0.02666…; display alone rounds, HALF_UP to one decimal (semantics §4). */
    static String percent(BigDecimal fraction) {
        return points(fraction) + "%";
    }

    /** A difference of fractions in 个百分点, one decimal, without the word. */
    static String points(BigDecimal fraction) {
        return fraction.multiply(HUNDRED)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString()
                .replace("-", "−");
    }

    /** A quantity without trailing zeros. */
    static String plain(BigDecimal quantity) {
        BigDecimal shown = quantity.scale() > 6 ? quantity.setScale(6, RoundingMode.HALF_UP) : quantity;
        return shown.signum() == 0
                ? "0"
                : shown.stripTrailingZeros().toPlainString().replace("-", "−");
    }
}
