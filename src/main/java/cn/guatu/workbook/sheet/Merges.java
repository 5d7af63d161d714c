package cn.guatu.workbook.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The merged cells of a sheet, applied while its rows go by in order: the value belongs to every row that the merge covers
 * (workbook.md); the columns beside its first one are empty.
 */
final class Merges {

    /** A merged range, 1-based and inclusive. */
    record Range(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        static @Nullable Range of(@Nullable String reference) {
            if (reference == null) {
                return null;
            }
            int colon = reference.indexOf(':');
            String from = colon < 0 ? reference : reference.substring(0, colon);
            String to = colon < 0 ? reference : reference.substring(colon + 1);
            int firstRow = Address.row(from);
            int lastRow = Address.row(to);
            int firstColumn = Address.column(from);
            int lastColumn = Address.column(to);
            boolean sound = firstRow > 0 && lastRow >= firstRow && firstColumn > 0 && lastColumn >= firstColumn;
            return sound ? new Range(firstRow, lastRow, firstColumn, Math.min(lastColumn, Address.MAX_COLUMN)) : null;
        }
    }

    private final List<Range> waiting;
    private int nextWaiting;
    private final List<Range> active = new ArrayList<>();
    private final Map<Range, RawCell> values = new HashMap<>();

    Merges(List<Range> ranges) {
        this.waiting = new ArrayList<>(ranges);
        this.waiting.sort(Comparator.comparingInt(Range::firstRow));
    }

    /** Fills the row from the merges that cover it; says which columns were filled from a row above. */
    Set<Integer> apply(int row, SortedMap<Integer, RawCell> cells) {
        active.removeIf(each -> {
            boolean over = each.lastRow() < row;
            if (over) {
                values.remove(each);
            }
            return over;
        });
        while (nextWaiting < waiting.size() && waiting.get(nextWaiting).firstRow() <= row) {
            Range range = waiting.get(nextWaiting++);
            if (range.lastRow() >= row) {
                active.add(range);
            }
        }
        Set<Integer> inherited = new HashSet<>();
        for (Range each : active) {
            RawCell value = each.firstRow() == row ? cells.get(each.firstColumn()) : values.get(each);
            if (each.firstRow() == row && value != null) {
                values.put(each, value);
            }
            cells.subMap(each.firstColumn(), each.lastColumn() + 1).clear();
            if (value != null) {
                cells.put(each.firstColumn(), value);
                if (each.firstRow() < row) {
                    inherited.add(each.firstColumn());
                }
            }
        }
        return inherited;
    }
}
