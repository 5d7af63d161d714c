package cn.guatu.workbook.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet, twice: first its size and merges (they stand behind the rows), then row by row. */
final class SheetScan {

    /** Takes the rows in order; the cells are by 1-based column. */
    interface RowSink {
        void row(int number, SortedMap<Integer, RawCell> cells);
    }

    /**
     * What the first pass finds.
     *
     * @param rows rows with any value
     * @param merges ranges that cover more than one cell
     */
    record Outline(int rows, List<Merges.Range> merges) {}

    private static final int MAX_MERGES = 200_000;

    private SheetScan() {}

    /** Counts the rows that have a value, and stops the reading of a sheet with more than the limit. */
    static Outline outline(ZipParts zip, String path, int limit) {
        int rows = 0;
        boolean valued = false;
        List<Merges.Range> merges = new ArrayList<>();
        try (Xml xml = Xml.of(zip.stream(path))) {
            while (xml.nextStart()) {
                switch (xml.name()) {
                    case "row" -> valued = false;
                    case "v", "is" -> {
                        if (!valued && ++rows > limit) {
                            throw tooManyRows();
                        }
                        valued = true;
                    }
                    case "mergeCell" -> {
                        Merges.Range range = Merges.Range.of(xml.attribute("ref"));
                        if (range != null && merges.size() < MAX_MERGES) {
                            merges.add(range);
                        }
                    }
                    default -> {
                        // styles, links and drawings say nothing about records
                    }
                }
            }
        }
        return new Outline(rows, merges);
    }

    static RefusedWorkbook tooManyRows() {
        return RefusedWorkbook.tooLarge("工作簿超过 100 000 行,请拆分后再导入。");
    }

    static void rows(ZipParts zip, String path, CellDecoder decoder, RowSink sink) {
        try (Xml xml = Xml.of(zip.stream(path))) {
            int row = 0;
            int column = 0;
            SortedMap<Integer, RawCell> cells = new TreeMap<>();
            while (xml.next()) {
                if (xml.starts("row")) {
                    int given = Address.row(xml.attribute("r"));
                    row = given > 0 ? given : row + 1;
                    column = 0;
                    cells = new TreeMap<>();
                } else if (xml.starts("c")) {
                    int given = Address.column(xml.attribute("r"));
                    column = given > 0 ? given : column + 1;
                    RawCell cell = cell(xml, decoder, xml.attribute("t"), xml.attribute("s"));
                    if (cell != null) {
                        cells.put(column, cell);
                    }
                } else if (xml.ends("row") && !cells.isEmpty()) {
                    sink.row(row, cells);
                }
            }
        }
    }

    private static @Nullable RawCell cell(Xml xml, CellDecoder decoder, @Nullable String type, @Nullable String style) {
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.isText() && inValue) {
                xml.appendTo(value, Strings.CUT);
            } else if (xml.starts("is")) {
                value.append(Strings.richText(xml, "is"));
            } else if (xml.isStart() || xml.isEnd()) {
                inValue = xml.starts("v");
            }
        }
        return decoder.decode(type, style, value.toString());
    }
}
