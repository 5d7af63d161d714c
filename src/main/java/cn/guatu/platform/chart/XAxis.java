package cn.guatu.platform.chart;

import java.util.List;

/**
 * The horizontal axis.
 *
 * @param categories a name for each point; a series has as many points
 * @param ticks how many of the names are written; 0 writes all
 */
public record XAxis(List<String> categories, int ticks) {

    /** Copies the names. */
    public XAxis {
        categories = List.copyOf(categories);
    }

    /** Every name is written. */
    public static XAxis of(List<String> categories) {
        return new XAxis(categories, 0);
    }
}
