package cn.guatu.battlechart.paint;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.platform.document.Ink;
import cn.guatu.platform.document.LightPainter;
import cn.guatu.platform.document.Pen;
import cn.guatu.platform.document.Pen.Side;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.ui.LightBadges;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the rows of a page: who, bars with nodes and their lights, what is recognised. */
final class RowPainter {

    private static final List<Light> COUNTED = List.of(Light.RED, Light.ORANGE, Light.DUE_SOON, Light.YELLOW);

    private final Graphics2D g;
    private final Pen pen;
    private final Columns columns;
    private final double height;
    private final LocalDate cutOff;
    private final double text;

    RowPainter(Graphics2D g, Pen pen, Columns columns, double height, double text, LocalDate cutOff) {
        this.g = g;
        this.pen = pen;
        this.columns = columns;
        this.height = height;
        this.cutOff = cutOff;
        this.text = text;
    }

    /** The heading of a group with the number of its lights. */
    void heading(BattleChart.Group group, boolean continued, double y, double right) {
        double size = text * 1.15;
        double line = y + height * ChartSheet.HEADING * 0.74;
        double x = columns.name();
        String name = continued ? group.name() + "(续)" : group.name();
        pen.write(name, x, line, size, true, Ink.TEXT, Side.LEFT, columns.timeLeft() - x);
        x += Pen.width(name, size, true) + size * 0.6;
        String count = group.rows().size() + "个";
        pen.write(count, x, line, size * 0.8, false, Ink.SECOND, Side.LEFT, right - x);
        x += Pen.width(count, size * 0.8, false) + size * 0.6;
        for (Light light : COUNTED) {
            long number = group.count(light);
            if (number > 0 && x < columns.timeLeft() - size * 3) {
                LightPainter.paint(g, LightBadges.shape(light), x + size * 0.4, line - size * 0.34, size * 0.8);
                pen.write(String.valueOf(number), x + size, line, size * 0.8, false, Ink.TEXT, Side.LEFT, right - x);
                x += size * 1.9;
            }
        }
        pen.stroke(Ink.STRONG_LINE, Math.max(0.5, height * 0.06));
        double bottom = y + height * ChartSheet.HEADING;
        g.draw(new Line2D.Double(columns.name(), bottom, right, bottom));
    }

    /** A row; its upper edge is at {@code y}. */
    void row(BattleChart.Row row, double y, double right) {
        double line = y + height / 2 + text * 0.36;
        double light = Math.min(height * 0.6, text * 1.05);
        LightPainter.paint(g, LightBadges.shape(row.light()), columns.name() + light / 2, y + height / 2, light);
        double name = columns.name() + light * 1.4;
        pen.write(row.name(), name, line, text, false, Ink.TEXT, Side.LEFT, columns.people() - name - text * 0.5);
        pen.write(
                people(row), columns.people(), line, text * 0.86, false, Ink.SECOND, Side.LEFT, columns.peopleWidth());
        bars(row, y);
        marks(row, y);
        pen.write(
                quantities(row),
                columns.quantities(),
                line,
                text * 0.86,
                false,
                Ink.TEXT,
                Side.LEFT,
                columns.quantityWidth());
        pen.stroke(Ink.LINE, 0.35);
        g.draw(new Line2D.Double(columns.name(), y + height, right, y + height));
    }

    /** Department and owner of a row, as written. */
    static String people(BattleChart.Row row) {
        return row.department() + " " + row.owner();
    }

    /** What is recognised, as written. */
    static String quantities(BattleChart.Row row) {
        return row.quantities().stream().map(BattleChart.Recognised::text).collect(Collectors.joining("；"));
    }

    private void bars(BattleChart.Row row, double y) {
        double from = columns.x(row.starts());
        bar(from, row.forecast(), y + height * 0.3, height * 0.4);
        LocalDate planned = row.planned();
        if (planned != null) {
            pen.stroke(Ink.BASELINE, Math.max(0.6, height * 0.07));
            double line = y + height * 0.84;
            double to = columns.x(planned);
            g.draw(new Line2D.Double(from, line, to, line));
            g.draw(new Line2D.Double(to, line - height * 0.12, to, line + height * 0.08));
        }
    }

    private void bar(double from, @Nullable LocalDate to, double top, double thick) {
        if (to != null) {
            g.setColor(Ink.BAR);
            g.fill(new Rectangle2D.Double(from, top, Math.max(1, columns.x(to) - from), thick));
        }
    }

    private void marks(BattleChart.Row row, double y) {
        double middle = y + height / 2;
        double size = Math.min(height * 0.66, text * 1.15);
        List<BattleChart.Mark> marks = row.marks();
        for (int i = 0; i < marks.size(); i++) {
            BattleChart.Mark mark = marks.get(i);
            double x = columns.x(mark.at());
            if (!mark.done() && mark.daysLate() > 0 && mark.at().isBefore(cutOff)) {
                pen.stroke(Ink.of(LightBadges.shape(mark.light())), height * 0.07);
                double below = y + height * 0.73;
                g.draw(new Line2D.Double(x, below, columns.x(cutOff), below));
            }
            double next = i + 1 < marks.size() ? columns.x(marks.get(i + 1).at()) : columns.timeRight();
            LightPainter.paint(g, LightBadges.shape(mark.light()), x, middle, size);
            double room = next - x - size * 1.3;
            if (room > text * 2.2) {
                pen.write(
                        mark.name(),
                        x + size * 0.65,
                        middle + text * 0.28,
                        text * 0.76,
                        false,
                        mark.done() ? Ink.SECOND : Ink.TEXT,
                        Side.LEFT,
                        room);
            }
        }
    }
}
