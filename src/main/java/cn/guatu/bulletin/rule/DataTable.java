package cn.guatu.bulletin.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data behind a chart, as the page shows it and as the workbook holds it.
 *
 * @param title of the chart
 * @param note 口径, and what the figures are of
 * @param headings of the columns
 * @param rows cells as text or as numbers; null is empty
 */
public record DataTable(String title, String note, List<String> headings, List<List<@Nullable Object>> rows) {

    /** Keeps its own copies. */
    public DataTable {
        headings = List.copyOf(headings);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
    }
}
