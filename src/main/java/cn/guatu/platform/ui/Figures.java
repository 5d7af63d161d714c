package cn.guatu.platform.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Figures as people read them (look.md): rates with one decimal HALF_UP, differences with a sign and 个百分点, a thin space before the
 * unit, and what is missing as 未报 or —, never as 0. Rounding happens here and nowhere before.
 */
public final class Figures {

    /** No figure can exist: no target in force, nothing to divide by. */
    public static final String NONE = "—";

    /** A figure should exist and nobody has given it. */
    public static final String UNREPORTED = "未报";

    /** Between a number and its unit. */
    public static final String THIN_SPACE = "\u2009";

    private static final String MINUS = "\u2212";
    private static final int QUANTITY_DECIMALS = 4;

    private Figures() {}

    /** A quantity without its unit, at most four decimals; — when null. */
    public static String number(@Nullable BigDecimal quantity) {
        if (quantity == null) {
            return NONE;
        }
        BigDecimal shown =
                quantity.setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return signed(shown, shown.toPlainString(), "");
    }

    /** A quantity as {@link #number} with its unit; under the unit % the kept fraction is shown per cent. */
    public static String quantity(@Nullable BigDecimal quantity, String unit) {
        if (quantity == null) {
            return NONE;
        }
        return "%".equals(unit) ? number(quantity.movePointRight(2)) + "%" : number(quantity) + THIN_SPACE + unit;
    }

    /** A quantity as {@link #number}, per cent under the unit %; the unit is named elsewhere. */
    public static String inUnit(@Nullable BigDecimal quantity, String unit) {
        return quantity != null && "%".equals(unit) ? number(quantity.movePointRight(2)) : number(quantity);
    }

    /** A rate given as a fraction: 0.80575 is 80.6%; — when null. */
    public static String rate(@Nullable BigDecimal fraction) {
        return fraction == null ? NONE : percent(fraction, "") + "%";
    }

    /** A difference of rates given as a fraction: −0.149 is −14.9 个百分点; — when null. */
    public static String points(@Nullable BigDecimal fraction) {
        return fraction == null ? NONE : percent(fraction, "+") + THIN_SPACE + "个百分点";
    }

    /** A difference of rates without the words, for columns whose heading says 个百分点. */
    public static String pointsOnly(@Nullable BigDecimal fraction) {
        return fraction == null ? NONE : percent(fraction, "+");
    }

    /** A share given as a fraction, exact up to four decimals: 0.6 is 60%. */
    public static String share(BigDecimal fraction) {
        return number(fraction.movePointRight(2)) + "%";
    }

    /** A day as 10月31日, with the year when it is not the one of the page; — when null. */
    public static String day(@Nullable LocalDate day, int yearOfPage) {
        if (day == null) {
            return NONE;
        }
        String inYear = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        return day.getYear() == yearOfPage ? inYear : day.getYear() + "年" + inYear;
    }

    private static String percent(BigDecimal fraction, String plus) {
        BigDecimal shown = fraction.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        return signed(shown, shown.toPlainString(), plus);
    }

    private static String signed(BigDecimal shown, String text, String plus) {
        return switch (shown.signum()) {
            case -1 -> MINUS + text.substring(1);
            case 1 -> plus + text;
            default -> text;
        };
    }
}
