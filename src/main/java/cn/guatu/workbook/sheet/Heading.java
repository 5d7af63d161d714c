package cn.guatu.workbook.sheet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The heading row of a sheet: which column stands where. Order is free; stars, brackets and line breaks do not matter. */
final class Heading {

    private final SheetKind kind;
    private final int row;
    private final Map<Integer, Column> columns = new HashMap<>();
    private final Map<Column, String> letters = new EnumMap<>(Column.class);
    private final SortedMap<Integer, String> unknown = new TreeMap<>();
    private final SortedMap<Integer, Column> repeated = new TreeMap<>();

    private Heading(SheetKind kind, int row) {
        this.kind = kind;
        this.row = row;
    }

    static Heading of(SheetKind kind, int row, SortedMap<Integer, RawCell> cells) {
        Heading heading = new Heading(kind, row);
        cells.forEach(heading::take);
        return heading;
    }

    int row() {
        return row;
    }

    /** How many columns of the sheet it names. */
    int known() {
        return letters.size();
    }

    @Nullable
    Column at(int column) {
        return columns.get(column);
    }

    Map<Column, String> letters() {
        return letters;
    }

    /** Reports missing required, repeated and unknown columns; says whether the rows below can be read. */
    boolean report(String sheet, Problems problems) {
        boolean readable = true;
        for (Column each : kind.columns()) {
            if (kind.requires(each) && !letters.containsKey(each)) {
                problems.add(Problem.error(
                        new CellAt(sheet, "A" + row),
                        "缺少列“" + each.heading() + "”",
                        "表头应有必填列“" + each.heading() + "”",
                        near(each)));
                readable = false;
            }
        }
        for (Map.Entry<Integer, Column> each : repeated.entrySet()) {
            problems.add(Problem.error(
                    at(sheet, each.getKey()), "重复的列“" + each.getValue().heading() + "”", "每列只出现一次", null));
            readable = false;
        }
        unknown.forEach((column, text) ->
                problems.add(Problem.warning(at(sheet, column), "未识别的列“" + text + "”", "该列已忽略", null)));
        return readable;
    }

    private @Nullable String near(Column missing) {
        for (Map.Entry<Integer, String> each : unknown.entrySet()) {
            if (Words.similar(Fold.heading(each.getValue()), Fold.heading(missing.heading()))) {
                return "将 " + Address.letters(each.getKey()) + row + " 的“" + each.getValue() + "”改为“"
                        + missing.heading() + "”";
            }
        }
        return null;
    }

    private CellAt at(String sheet, int column) {
        return new CellAt(sheet, Address.letters(column) + row);
    }

    private void take(int column, RawCell cell) {
        String text = cell.shown();
        Column known = NAMES.get(kind) == null ? null : NAMES.get(kind).get(Fold.heading(text));
        if (known == null) {
            unknown.put(column, Words.shortened(text));
        } else if (letters.containsKey(known)) {
            repeated.put(column, known);
        } else {
            columns.put(column, known);
            letters.put(known, Address.letters(column));
        }
    }

    private static final Map<SheetKind, Map<String, Column>> NAMES = names();

    private static Map<SheetKind, Map<String, Column>> names() {
        Map<SheetKind, Map<String, Column>> all = new EnumMap<>(SheetKind.class);
        for (SheetKind kind : SheetKind.values()) {
            Map<String, Column> names = new HashMap<>();
            for (Column each : kind.columns()) {
                names.put(Fold.heading(each.heading()), each);
                names.put(Fold.heading(each.heading()) + "必填", each);
            }
            if (kind == SheetKind.NODES) {
                names.put("工期", Column.DURATION);
            }
            all.put(kind, names);
        }
        return all;
    }

    /** Columns that have an own value in this row, for telling blank rows. */
    Set<Column> valued(SortedMap<Integer, RawCell> cells, Set<Integer> inherited) {
        Set<Column> own = new HashSet<>();
        for (Integer column : cells.keySet()) {
            Column known = columns.get(column);
            if (known != null && !inherited.contains(column)) {
                own.add(known);
            }
        }
        return own;
    }
}
