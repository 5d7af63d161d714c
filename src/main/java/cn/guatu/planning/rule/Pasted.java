package cn.guatu.planning.rule;

import cn.guatu.platform.measure.CopiedCells;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines copied from a spreadsheet, by column of the desk. */
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
        List<List<String>> lines = CopiedCells.lines(text);
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
}
