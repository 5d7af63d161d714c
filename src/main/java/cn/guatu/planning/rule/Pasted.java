package cn.guatu.planning.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines copied from a spreadsheet: cells between tabs, a cell with tabs or breaks in it between quotes. */
public final class Pasted {

    private static final int MOST_LINES = 500;

    private Pasted() {}

    /**
     * The lines as texts by column. A first line of headings says which column is which; without one the usual order is assumed.
     *
     * @param usual the columns in their usual order
     * @throws Unreadable for nothing, or too much
     */
    public static List<Map<DeskColumn, String>> lines(String text, List<DeskColumn> usual) {
        List<List<String>> lines = cells(text);
        lines.removeIf(line -> line.stream().allMatch(String::isBlank));
        if (lines.isEmpty()) {
            throw new Unreadable("剪贴板里没有可以粘贴的内容。");
        }
        if (lines.size() > MOST_LINES) {
            throw new Unreadable("一次最多粘贴 " + MOST_LINES + " 行；更多的请用“导入”。");
        }
        List<Optional<DeskColumn>> headings =
                lines.getFirst().stream().map(DeskColumn::ofHeading).toList();
        long known = headings.stream().filter(Optional::isPresent).count();
        boolean headed = known >= 2 || (known == 1 && lines.getFirst().size() == 1);
        List<Optional<DeskColumn>> columns =
                headed ? headings : usual.stream().map(Optional::of).toList();
        List<Map<DeskColumn, String>> read = new ArrayList<>();
        for (List<String> line : lines.subList(headed ? 1 : 0, lines.size())) {
            Map<DeskColumn, String> texts = new EnumMap<>(DeskColumn.class);
            for (int i = 0; i < Math.min(line.size(), columns.size()); i++) {
                String cell = line.get(i).strip();
                columns.get(i).ifPresent(column -> texts.putIfAbsent(column, cell));
            }
            read.add(texts);
        }
        return read;
    }

    private static List<List<String>> cells(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted) {
                if (sign == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (sign == '"') {
                    quoted = false;
                } else {
                    cell.append(sign);
                }
            } else if (sign == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (sign == '\t') {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (sign == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
            } else if (sign != '\r') {
                cell.append(sign);
            }
        }
        line.add(cell.toString());
        lines.add(line);
        return lines;
    }
}
