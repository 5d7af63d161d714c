package cn.guatu.platform.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a {@link Timeline} under one heading that folds them away.
 *
 * @param id unique on the sheet
 * @param label the heading; empty for rows without one
 * @param note at the right end of the heading; null shows how many rows there are
 * @param folded whether it is folded when first shown
 * @param rows in order
 */
public record TimelineGroup(
        String id, String label, @Nullable String note, boolean folded, List<TimelineRow> rows) {
    /** Copies the list. */
    public TimelineGroup {
        rows = List.copyOf(rows);
    }
}
