package cn.guatu.platform.api;

import cn.guatu.platform.failure.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers of the HTTP interface: plain decimals, never with an exponent (rulings, Figures). Null stays null: absent. */
public final class ApiNumbers {

    private static final int QUANTITY_DECIMALS = 6;
    private static final int RATE_DECIMALS = 10;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 60;

    private ApiNumbers() {}

    /** A quantity in its unit, as it is kept. */
    public static @Nullable BigDecimal amount(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP);
    }

    /** A rate or share as a fraction. */
    public static @Nullable BigDecimal fraction(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * A number that somebody sent, when it is of a size that can be kept. Asked before any arithmetic: {@code 1e999999999} is short to
     * write and long to work with.
     */
    public static @Nullable BigDecimal sent(String name, @Nullable BigDecimal number) {
        if (number == null || number.signum() == 0) {
            return number == null ? null : BigDecimal.ZERO;
        }
        long digits = (long) number.precision() - number.scale();
        if (digits > MOST_DIGITS || number.scale() > MOST_DECIMALS) {
            throw Refusal.invalid("%s 超出可以记录的范围，整数部分最多 %d 位。".formatted(name, MOST_DIGITS));
        }
        return number;
    }
}
