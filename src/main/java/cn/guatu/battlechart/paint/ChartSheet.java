package cn.guatu.battlechart.paint;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.platform.document.Paper;
import cn.guatu.platform.document.PaperBox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things stand on the pages of a printed chart; all lengths in points. Rows get as high as the paper allows, in one panel or in two
 * side by side, upright or across; when they would get smaller than can be read at arm's length, the chart goes on on further pages.
 *
 * @param box of a page
 * @param axis height of the months
 * @param rowHeight of a row
 * @param panels side by side on a page
 * @param pages what stands on each page: panels from the left, each top down
 */
public record ChartSheet(PaperBox box, double axis, double rowHeight, int panels, List<List<List<Line>>> pages) {

    private static final double SMALLEST_ROW = Paper.millimetres(2.7);
    private static final double LARGEST_ROW = Paper.millimetres(9);

    /** A panel narrower than this has no room for the names of nodes. */
    private static final double NARROWEST_PANEL = Paper.millimetres(400);

    /** A heading is higher than a row by this much. */
    static final double HEADING = 1.35;

    /** The lists are copied. */
    public ChartSheet {
        pages = List.copyOf(pages);
    }

    /** One line of a panel. */
    public sealed interface Line {

        /** The heading of a group; {@code continued} at the top of a further panel. */
        record Heading(BattleChart.Group group, boolean continued) implements Line {}

        /** A row. */
        record Entry(BattleChart.Row row) implements Line {}
    }

    /** A way to put the rows on the paper. */
    private record Shape(PaperBox box, int panels) {

        boolean fits() {
            return panels == 1 || box.panel(panels) >= NARROWEST_PANEL;
        }

        /** How high a row would be if everything stood on one page. */
        double row(double lines, Paper paper) {
            return Math.min(LARGEST_ROW, roomFor(box, paper) * panels / Math.max(1, lines + panels * HEADING));
        }
    }

    /** Lays the chart out on this paper so that rows are as high as can be; across when both ways are the same. */
    public static ChartSheet of(BattleChart chart, Paper paper) {
        double lines = chart.rowCount() + HEADING * chart.groups().size();
        Shape best = Stream.of(
                        new Shape(PaperBox.of(paper, true), 1),
                        new Shape(PaperBox.of(paper, true), 2),
                        new Shape(PaperBox.of(paper, false), 1))
                .filter(Shape::fits)
                .reduce((one, other) -> other.row(lines, paper) > one.row(lines, paper) + 0.01 ? other : one)
                .orElseThrow();
        double row = Math.max(SMALLEST_ROW, best.row(lines, paper));
        return new ChartSheet(
                best.box(),
                axis(paper),
                row,
                best.panels(),
                pages(chart, roomFor(best.box(), paper), row, best.panels()));
    }

    /** How high text is in a row. */
    double text() {
        return Math.min(rowHeight * 0.62, 15);
    }

    private static List<List<List<Line>>> pages(BattleChart chart, double room, double row, int panels) {
        List<List<Line>> filled = new ArrayList<>();
        List<Line> panel = new ArrayList<>();
        double left = room;
        for (BattleChart.Group group : chart.groups()) {
            if (left < row * (HEADING + 1)) {
                filled.add(panel);
                panel = new ArrayList<>();
                left = room;
            }
            panel.add(new Line.Heading(group, false));
            left -= row * HEADING;
            for (BattleChart.Row each : group.rows()) {
                if (left < row - 0.01) {
                    filled.add(panel);
                    panel = new ArrayList<>();
                    panel.add(new Line.Heading(group, true));
                    left = room - row * HEADING;
                }
                panel.add(new Line.Entry(each));
                left -= row;
            }
        }
        filled.add(panel);
        List<List<List<Line>>> pages = new ArrayList<>();
        for (int from = 0; from < filled.size(); from += panels) {
            pages.add(List.copyOf(filled.subList(from, Math.min(from + panels, filled.size()))));
        }
        return pages;
    }

    private static double roomFor(PaperBox box, Paper paper) {
        return box.room() - axis(paper);
    }

    private static double axis(Paper paper) {
        return paper.shortSide() * 0.022;
    }
}
