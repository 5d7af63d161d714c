package cn.guatu.platform.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line, area or set of bars.
 *
 * @param name what the legend calls it
 * @param type what it is drawn as
 * @param points one for each category; null is a gap, never 0
 * @param colour a CSS colour; null takes the next one of the palette
 * @param dash length of the dashes in pixels; 0 is a solid line
 * @param width of the line in pixels
 */
public record Series(
        String name,
        ChartType type,
        List<@Nullable BigDecimal> points,
        @Nullable String colour,
        int dash,
        int width) {

    /** Copies the points. */
    public Series {
        points = Collections.unmodifiableList(new ArrayList<>(points));
    }

    /** A solid line. */
    public static Series line(String name, List<@Nullable BigDecimal> points) {
        return new Series(name, ChartType.LINE, points, null, 0, 3);
    }

    /** Bars. */
    public static Series bar(String name, List<@Nullable BigDecimal> points) {
        return new Series(name, ChartType.BAR, points, null, 0, 0);
    }

    /** An area under a line. */
    public static Series area(String name, List<@Nullable BigDecimal> points) {
        return new Series(name, ChartType.AREA, points, null, 0, 2);
    }

    /** The same in this CSS colour. */
    public Series coloured(String colour) {
        return new Series(name, type, points, colour, dash, width);
    }

    /** The same with dashes of this length: plans are dashed, forecasts dotted (dash 2). */
    public Series dashed(int dash) {
        return new Series(name, type, points, colour, dash, width);
    }

    /** The same in this line width. */
    public Series wide(int width) {
        return new Series(name, type, points, colour, dash, width);
    }
}
