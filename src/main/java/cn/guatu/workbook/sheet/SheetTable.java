package cn.guatu.workbook.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one sheet into records: finds the heading among the first rows, then one record a row. */
final class SheetTable implements SheetScan.RowSink {

    /** Counts the records of the workbook. */
    interface Counter {
        void record();
    }

    private record Row(int number, SortedMap<Integer, RawCell> cells, Set<Integer> inherited) {}

    /** Title rows above the heading: looked for no further down than this many rows with a value. */
    private static final int TITLE_ROWS = 20;

    private final SheetKind kind;
    private final String sheet;
    private final Merges merges;
    private final int year;
    private final Problems problems;
    private final ParsedRows rows;
    private final Counter counter;
    private final List<Row> waiting = new ArrayList<>();
    private @Nullable Heading heading;
    private boolean readable;

    SheetTable(
            SheetKind kind,
            String sheet,
            Merges merges,
            int year,
            Problems problems,
            ParsedRows rows,
            Counter counter) {
        this.kind = kind;
        this.sheet = sheet;
        this.merges = merges;
        this.year = year;
        this.problems = problems;
        this.rows = rows;
        this.counter = counter;
    }

    @Override
    public void row(int number, SortedMap<Integer, RawCell> cells) {
        Set<Integer> inherited = merges.apply(number, cells);
        if (cells.isEmpty()) {
            return;
        }
        Row row = new Row(number, cells, inherited);
        if (heading != null) {
            record(row, heading);
            return;
        }
        waiting.add(row);
        if (waiting.size() >= TITLE_ROWS) {
            settle();
        }
    }

    /** The sheet is over. */
    void end() {
        if (heading == null) {
            settle();
        }
    }

    private void settle() {
        Heading best = null;
        for (Row each : waiting) {
            Heading candidate = Heading.of(kind, each.number(), each.cells());
            if (candidate.known() > (best == null ? 0 : best.known())) {
                best = candidate;
            }
        }
        if (best == null) {
            if (!waiting.isEmpty() || kind.isRequired()) {
                int row = waiting.isEmpty() ? 1 : waiting.getFirst().number();
                String expected = "表头:"
                        + String.join(
                                "、",
                                kind.requiredColumns().stream()
                                        .sorted()
                                        .map(Column::heading)
                                        .toList());
                problems.add(Problem.error(new CellAt(sheet, "A" + row), "没有找到表头", expected, null));
            }
            best = Heading.of(kind, Integer.MAX_VALUE, new java.util.TreeMap<>());
            readable = false;
        } else {
            readable = best.report(sheet, problems);
        }
        heading = best;
        for (Row each : waiting) {
            record(each, best);
        }
        waiting.clear();
    }

    private void record(Row row, Heading columns) {
        if (row.number() <= columns.row()
                || columns.valued(row.cells(), row.inherited()).isEmpty()) {
            return;
        }
        counter.record();
        if (!readable) {
            return;
        }
        Map<Column, RawCell> cells = new EnumMap<>(Column.class);
        row.cells().forEach((number, cell) -> {
            Column column = columns.at(number);
            if (column != null) {
                cells.put(column, cell);
            }
        });
        RowAt at = new RowAt(kind, sheet, row.number(), columns.letters());
        rows.take(new RowCells(at, cells, problems, year));
    }
}
