package cn.guatu.workbook.sheet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a workbook (workbook.md): bytes in, records and problems out. Nothing is looked up and nothing is written; references to
 * records that are not in the file are left to who knows the system.
 */
public final class WorkbookReader {

    /** Records that a workbook may have at most (rulings). */
    public static final int MAX_RECORDS = 100_000;

    /** Rows above the records that are counted with them in the first, quick count. */
    private static final int HEADING_ROOM = 50;

    private WorkbookReader() {}

    /**
     * Reads a workbook.
     *
     * @param bytes the whole file
     * @param year the plan year that dates without a year belong to
     * @throws RefusedWorkbook when the file is refused whole
     */
    public static ParsedWorkbook read(byte[] bytes, int year) {
        try (ZipParts zip = ZipParts.open(bytes)) {
            return read(zip, BookParts.of(zip), year);
        }
    }

    private static ParsedWorkbook read(ZipParts zip, BookParts book, int year) {
        List<SheetScan.Outline> outlines = outlines(zip, book);
        CellDecoder decoder = new CellDecoder(
                Strings.read(zip, book.sharedStrings()), Styles.read(zip, book.styles()), book.date1904());
        Problems problems = new Problems();
        ParsedRows rows = new ParsedRows();
        Set<SheetKind> present = EnumSet.noneOf(SheetKind.class);
        SheetTable.Counter counter = new Count();
        for (int i = 0; i < book.sheets().size(); i++) {
            BookParts.Sheet sheet = book.sheets().get(i);
            SheetKind kind = SheetKind.ofSheetName(sheet.name()).orElse(null);
            if (kind == null) {
                unknown(sheet.name(), outlines.get(i).rows(), problems);
            } else if (!present.add(kind)) {
                problems.add(Problem.error(
                        new CellAt(sheet.name(), "A1"), "重复的工作表“" + sheet.name() + "”", "每种工作表只有一张", null));
            } else {
                Merges merges = new Merges(outlines.get(i).merges());
                SheetTable table = new SheetTable(kind, sheet.name(), merges, year, problems, rows, counter);
                SheetScan.rows(zip, sheet.path(), decoder, table);
                table.end();
            }
        }
        missing(present, book, problems);
        rows.linkNodes();
        new CrossChecks(problems).check(rows);
        return new ParsedWorkbook(
                year,
                Set.copyOf(present),
                List.copyOf(rows.units),
                List.copyOf(rows.people),
                List.copyOf(rows.targets),
                List.copyOf(rows.allocations),
                List.copyOf(rows.phases),
                List.copyOf(rows.nodes),
                List.copyOf(rows.recognitions),
                List.copyOf(rows.decisions),
                List.copyOf(rows.blockers),
                problems.listed(),
                problems.total(),
                rows.leftOut());
    }

    private static List<SheetScan.Outline> outlines(ZipParts zip, BookParts book) {
        List<SheetScan.Outline> outlines = new ArrayList<>();
        int total = 0;
        for (BookParts.Sheet sheet : book.sheets()) {
            SheetScan.Outline outline = SheetScan.outline(zip, sheet.path(), MAX_RECORDS + HEADING_ROOM);
            outlines.add(outline);
            if (SheetKind.ofSheetName(sheet.name()).isPresent()) {
                total += outline.rows() - HEADING_ROOM;
            }
            if (total > MAX_RECORDS) {
                throw SheetScan.tooManyRows();
            }
        }
        return outlines;
    }

    private static void unknown(String sheet, int rows, Problems problems) {
        String key = Fold.name(sheet);
        boolean silent = rows == 0 || key.equals(SheetKind.NOTES) || key.equals(SheetKind.PROBLEMS);
        if (!silent) {
            problems.add(Problem.warning(new CellAt(sheet, "A1"), "未识别的工作表“" + sheet + "”", "该表已忽略", null));
        }
    }

    private static void missing(Set<SheetKind> present, BookParts book, Problems problems) {
        for (SheetKind each : SheetKind.values()) {
            if (each.isRequired() && !present.contains(each)) {
                Optional<String> near = book.sheets().stream()
                        .map(BookParts.Sheet::name)
                        .filter(name -> SheetKind.ofSheetName(name).isEmpty()
                                && Fold.name(name).contains(each.label()))
                        .findFirst();
                String suggestion = near.map(name -> "将工作表“" + name + "”改名为“" + each.label() + "”")
                        .orElse(null);
                problems.add(Problem.error(
                        new CellAt(each.label(), "A1"),
                        "缺少工作表“" + each.label() + "”",
                        "工作簿应有工作表“" + each.label() + "”",
                        suggestion));
            }
        }
    }

    /** Refuses the workbook at one record too many. */
    private static final class Count implements SheetTable.Counter {
        private int records;

        @Override
        public void record() {
            if (++records > MAX_RECORDS) {
                throw SheetScan.tooManyRows();
            }
        }
    }
}
