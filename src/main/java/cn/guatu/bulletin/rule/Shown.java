package cn.guatu.bulletin.rule;

import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Figures as official documents write them: half-width digits, the unit without a blank, rates with one decimal HALF_UP. */
public final class Shown {

    /** Where no figure can exist. */
    public static final String NONE = "—";

    private static final int QUANTITY_DECIMALS = 4;

    private Shown() {}

    /** A quantity without its unit, at most four decimals; under the unit % the kept fraction per cent. */
    public static String number(@Nullable BigDecimal quantity, String unit) {
        if (quantity == null) {
            return NONE;
        }
        BigDecimal inUnit = unit.equals("%") ? quantity.movePointRight(2) : quantity;
        BigDecimal shown = inUnit.setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP);
        return minus(shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString());
    }

    /** A quantity with its unit. */
    public static String quantity(@Nullable BigDecimal quantity, String unit) {
        return quantity == null ? NONE : number(quantity, unit) + unit;
    }

    /** What is achieved of a target: a share of 里程碑 has one decimal, nobody counts nodes in ten thousandths. */
    public static String achieved(@Nullable BigDecimal achieved, TargetKind kind, String unit) {
        boolean derived = kind == TargetKind.MILESTONE || kind == TargetKind.RATIO;
        if (achieved == null || !derived) {
            return quantity(achieved, unit);
        }
        int decimals = unit.equals("%") ? 4 : 2;
        return quantity(achieved.setScale(decimals, RoundingMode.HALF_UP), unit);
    }

    /** A rate given as a fraction. */
    public static String rate(@Nullable BigDecimal fraction) {
        return fraction == null ? NONE : minus(oneDecimal(fraction).toPlainString()) + "%";
    }

    /** A signed difference of rates, without the words. */
    public static String points(@Nullable BigDecimal fraction) {
        if (fraction == null) {
            return NONE;
        }
        BigDecimal shown = oneDecimal(fraction);
        return (shown.signum() > 0 ? "+" : "") + minus(shown.toPlainString());
    }

    /** 超序时17.4个百分点, 低于序时3.6个百分点 or 与序时持平, on the figure that is shown. */
    public static String againstPace(BigDecimal deviation) {
        return compared(deviation, "超序时", "低于序时", "与序时持平");
    }

    /** A difference in 个百分点 with the word for its direction. */
    static String compared(BigDecimal difference, String above, String below, String same) {
        BigDecimal shown = oneDecimal(difference);
        return switch (shown.signum()) {
            case 0 -> same;
            case 1 -> above + shown.toPlainString() + "个百分点";
            default -> below + shown.abs().toPlainString() + "个百分点";
        };
    }

    /** 10月底 for the last day of a month, else 11月22日. */
    static String until(LocalDate cutOff) {
        return cutOff.getDayOfMonth() == cutOff.lengthOfMonth()
                ? cutOff.getMonthValue() + "月底"
                : cutOff.getMonthValue() + "月" + cutOff.getDayOfMonth() + "日";
    }

    /** 2026年11月5日: Arabic digits without leading zeros (GB/T 9704). */
    public static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static BigDecimal oneDecimal(BigDecimal fraction) {
        return fraction.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }

    private static String minus(String number) {
        return number.replace("-", "\u2212");
    }
}
