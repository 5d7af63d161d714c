package cn.guatu.progress.rule;

import cn.guatu.platform.measure.CopiedCells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows pasted from a spreadsheet: tab-separated, a cell with line breaks in quotes. With a heading row its words say which column is
 * which; without one the columns are 事项, 累计, 进展情况, 下步计划, 存在问题.
 */
public final class PastedRows {

    private static final List<Column> USUAL =
            List.of(Column.ITEM, Column.CUMULATIVE, Column.PROGRESS, Column.NEXT_STEPS, Column.DIFFICULTY);

    private PastedRows() {}

    /** What a column holds. */
    private enum Column {
        ITEM("事项", "项目", "节点", "项目节点", "任务"),
        CUMULATIVE("累计", "累计数", "截至目前累计", "完成量"),
        PROGRESS("进展情况", "进展", "本周进展"),
        NEXT_STEPS("下步计划", "下步", "下一步计划", "计划"),
        DIFFICULTY("存在问题", "问题", "困难", "堵点");

        private final List<String> words;

        Column(String... words) {
            this.words = List.of(words);
        }
    }

    /** One row as it was understood; null where its cell is empty or there is no such column. */
    public record Row(
            String item,
            @Nullable String cumulative,
            @Nullable String progress,
            @Nullable String nextSteps,
            @Nullable String difficulty) {}

    /** The rows that say which item they are about. */
    public static List<Row> of(String pasted) {
        List<List<String>> cells = CopiedCells.lines(pasted);
        if (cells.isEmpty()) {
            return List.of();
        }
        Map<Column, Integer> places = headings(cells.getFirst());
        boolean headed = places.size() >= 2;
        if (!headed) {
            places = new HashMap<>();
            for (int i = 0; i < USUAL.size(); i++) {
                places.put(USUAL.get(i), i);
            }
        }
        List<Row> rows = new ArrayList<>();
        for (List<String> line : headed ? cells.subList(1, cells.size()) : cells) {
            String item = cell(line, places, Column.ITEM);
            if (item != null) {
                rows.add(new Row(
                        item,
                        cell(line, places, Column.CUMULATIVE),
                        cell(line, places, Column.PROGRESS),
                        cell(line, places, Column.NEXT_STEPS),
                        cell(line, places, Column.DIFFICULTY)));
            }
        }
        return rows;
    }

    /**
     * Which of some titles a written item means: the same one, else the only one that contains it or is contained in it, blanks and
     * case not counting.
     *
     * @return its place; −1 when none or several do
     */
    public static int match(String written, List<String> titles) {
        String wanted = folded(written);
        int found = -1;
        for (int i = 0; i < titles.size(); i++) {
            String title = folded(titles.get(i));
            if (title.equals(wanted)) {
                return i;
            }
            if (!wanted.isEmpty() && (title.contains(wanted) || wanted.contains(title))) {
                found = found == -1 ? i : -2;
            }
        }
        return Math.max(found, -1);
    }

    private static Map<Column, Integer> headings(List<String> line) {
        Map<Column, Integer> places = new HashMap<>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i).replaceAll("[\\s*(（].*", "");
            for (Column column : Column.values()) {
                if (column.words.contains(word)) {
                    places.putIfAbsent(column, i);
                }
            }
        }
        return places;
    }

    private static @Nullable String cell(List<String> line, Map<Column, Integer> places, Column column) {
        Integer place = places.get(column);
        if (place == null || place >= line.size() || line.get(place).isBlank()) {
            return null;
        }
        return line.get(place).strip();
    }

    private static String folded(String text) {
        return text.replaceAll("[\\s·,，()（）]", "").toLowerCase(Locale.ROOT);
    }
}
