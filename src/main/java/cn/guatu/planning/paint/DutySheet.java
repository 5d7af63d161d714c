package cn.guatu.planning.paint;

import cn.guatu.planning.Responsibility;
import cn.guatu.platform.document.Paper;
import cn.guatu.platform.document.PaperBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand on the pages of a printed 责任清单; all lengths in points. Text gets as large as the paper allows, in one to three
 * panels, upright or across; when it would get smaller than can be read at arm's length, the list goes on on further pages.
 *
 * @param box of a page
 * @param panels side by side on a page
 * @param text how high text is
 * @param cells nodes side by side
 * @param columns how wide columns are, a point of text
 * @param pages what stands on each page: panels from the left, each top down
 */
record DutySheet(PaperBox box, int panels, double text, int cells, DutyColumns columns, List<List<List<Entry>>> pages) {

    /** A line of nodes is as high as this many times its text. */
    static final double LINE = 1.62;

    /** The heading of a group, in lines. */
    static final double HEADING = 1.6;

    /** The heads of the columns, in lines. */
    static final double HEADS = 1.4;

    private static final double SMALLEST = Paper.millimetres(1.7);
    private static final double LARGEST = Paper.millimetres(4.4);
    private static final double STEP = 0.96;
    private static final int MOST_PANELS = 3;
    private static final int FEWEST_CELLS = 3;

    /** The lists are copied. */
    DutySheet {
        pages = List.copyOf(pages);
    }

    /**
     * A heading, or a line of the list.
     *
     * @param heading name of the group, with what is said behind it; null for a line
     * @param line null for a heading
     * @param lines how high it is
     */
    record Entry(@Nullable String heading, @Nullable Responsibility line, double lines) {}

    /** A way to put the list on the paper with text of a size. */
    private record Shape(PaperBox box, int panels, double text) {

        int cells(DutyColumns columns) {
            return columns.cells(box.panel(panels), text);
        }
    }

    /** Lays the list out on this paper. */
    static DutySheet of(DutyList list, Paper paper) {
        DutyColumns columns = DutyColumns.of(list);
        for (double text = LARGEST; text > SMALLEST; text *= STEP) {
            List<DutySheet> whole = sheets(list, paper, columns, text)
                    .filter(sheet -> sheet.pages().size() == 1)
                    .toList();
            if (!whole.isEmpty()) {
                return whole.getFirst();
            }
        }
        return sheets(list, paper, columns, SMALLEST)
                .min(Comparator.comparingInt(sheet -> sheet.pages().size()))
                .orElseThrow();
    }

    private static Stream<DutySheet> sheets(DutyList list, Paper paper, DutyColumns columns, double text) {
        return Stream.of(true, false)
                .map(across -> PaperBox.of(paper, across))
                .flatMap(box -> IntStream.rangeClosed(1, MOST_PANELS).mapToObj(panels -> new Shape(box, panels, text)))
                .filter(shape -> shape.panels() == 1 || shape.cells(columns) >= FEWEST_CELLS)
                .map(shape -> sheet(list, shape, columns));
    }

    private static DutySheet sheet(DutyList list, Shape shape, DutyColumns columns) {
        int cells = shape.cells(columns);
        double room = shape.box().room() / (shape.text() * LINE) - HEADS;
        return new DutySheet(
                shape.box(), shape.panels(), shape.text(), cells, columns, pages(list, room, cells, shape.panels()));
    }

    private static List<List<List<Entry>>> pages(DutyList list, double room, int cells, int panels) {
        List<List<Entry>> filled = new ArrayList<>();
        List<Entry> panel = new ArrayList<>();
        double left = room;
        for (DutyList.Group group : list.groups()) {
            Entry heading = new Entry(heading(group), null, HEADING);
            double first = group.lines().isEmpty() ? 0 : height(group.lines().getFirst(), cells);
            if (left < HEADING + first && !panel.isEmpty()) {
                filled.add(panel);
                panel = new ArrayList<>();
                left = room;
            }
            panel.add(heading);
            left -= HEADING;
            for (Responsibility line : group.lines()) {
                double height = height(line, cells);
                if (left < height - 0.01) {
                    filled.add(panel);
                    panel = new ArrayList<>(List.of(new Entry(group.name() + "(续)", null, HEADING)));
                    left = room - HEADING;
                }
                panel.add(new Entry(null, line, height));
                left -= height;
            }
        }
        filled.add(panel);
        List<List<List<Entry>>> pages = new ArrayList<>();
        for (int from = 0; from < filled.size(); from += panels) {
            pages.add(List.copyOf(filled.subList(from, Math.min(from + panels, filled.size()))));
        }
        return pages;
    }

    private static double height(Responsibility line, int cells) {
        return Math.max(1, Math.ceilDiv(line.nodes().size(), cells));
    }

    private static String heading(DutyList.Group group) {
        int nodes = group.lines().stream().mapToInt(line -> line.nodes().size()).sum();
        return group.name() + "　项目 " + group.lines().size() + " 个 · 节点 " + nodes + " 个";
    }
}
