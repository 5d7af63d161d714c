package cn.guatu.platform.chart;

import org.jspecify.annotations.Nullable;

/**
 * The vertical axis.
 *
 * @param min lowest value; null lets the chart choose
 * @param max highest value; null lets the chart choose
 * @param suffix what follows every figure, such as {@code %}; may be empty
 * @param decimals decimals of a figure in the tool tip
 * @param shown whether the axis has its figures beside it
 */
public record YAxis(@Nullable Double min, @Nullable Double max, String suffix, int decimals, boolean shown) {

    /** From 0 as far as the values go, in per cent with one decimal. */
    public static YAxis percent() {
        return new YAxis(0d, null, "%", 1, true);
    }
}
