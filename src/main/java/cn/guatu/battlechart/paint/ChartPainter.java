package cn.guatu.battlechart.paint;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.battlechart.paint.Pen.Side;
import cn.guatu.rollup.Light;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Draws one page of the chart: title, legend, months, groups, rows, today, cut-off date and the way back to the live view. */
public final class ChartPainter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final List<Light> LEGEND =
            List.of(Light.RED, Light.ORANGE, Light.YELLOW, Light.DUE_SOON, Light.GREEN, Light.NOT_DUE, Light.DONE);

    private final BattleChart chart;
    private final ChartSheet sheet;
    private final String address;
    private final ZoneId zone;

    /**
     * @param address of the live view, for the QR code
     * @param zone in which moments are written
     */
    public ChartPainter(BattleChart chart, ChartSheet sheet, String address, ZoneId zone) {
        this.chart = chart;
        this.sheet = sheet;
        this.address = address;
        this.zone = zone;
    }

    /** Draws the page with this number, from 0. */
    public void paint(Graphics2D g, int page) {
        g.setColor(Ink.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, sheet.width(), sheet.height()));
        Pen pen = new Pen(g);
        head(g, pen);
        double top = sheet.margin() + sheet.head();
        List<List<ChartSheet.Line>> panels = sheet.pages().get(page);
        double width = (sheet.width() - (sheet.panels() + 1) * sheet.margin()) / sheet.panels();
        for (int i = 0; i < panels.size(); i++) {
            double left = sheet.margin() + i * (width + sheet.margin());
            Columns columns = Columns.of(chart, left, width, sheet.text());
            double bottom = top + sheet.axis() + height(panels.get(i));
            bands(g, columns, top, bottom);
            months(pen, columns, top);
            rows(g, pen, columns, panels.get(i), top + sheet.axis(), left + width);
            today(g, pen, columns, top, bottom);
        }
        foot(pen, page);
    }

    private double height(List<ChartSheet.Line> lines) {
        return lines.stream()
                .mapToDouble(line -> line instanceof ChartSheet.Line.Heading
                        ? sheet.rowHeight() * ChartSheet.HEADING
                        : sheet.rowHeight())
                .sum();
    }

    private void head(Graphics2D g, Pen pen) {
        double size = sheet.head() * 0.42;
        double left = sheet.margin();
        double top = sheet.margin();
        double code = sheet.head() * 0.86;
        double right = sheet.width() - sheet.margin() - code - size * 0.5;
        pen.write(chart.title(), left, top + size, size, true, Ink.TEXT, Side.LEFT, right - left);
        double after = left + Pen.width(chart.title(), size, true) + size * 0.6;
        pen.write(chart.scope(), after, top + size, size * 0.5, false, Ink.SECOND, Side.LEFT, right - after);
        legend(g, pen, left, top + size * 1.72, size * 0.42, right);
        QrPainter.paint(g, address, sheet.width() - sheet.margin() - code, top, code);
    }

    private void legend(Graphics2D g, Pen pen, double left, double y, double size, double right) {
        double x = left;
        for (Light light : LEGEND) {
            LightPainter.paint(g, light, x + size / 2, y - size * 0.36, size);
            pen.write(light.label(), x + size * 1.3, y, size, false, Ink.TEXT, Side.LEFT, right - x);
            x += size * 2.1 + Pen.width(light.label(), size, false);
        }
        g.setColor(Ink.BAR);
        g.fill(new Rectangle2D.Double(x, y - size * 0.72, size * 2.4, size * 0.6));
        pen.write("预计/实际", x + size * 2.7, y, size, false, Ink.TEXT, Side.LEFT, right - x);
        x += size * 3.5 + Pen.width("预计/实际", size, false);
        stroke(g, Ink.BASELINE, size * 0.16);
        g.draw(new Line2D.Double(x, y - size * 0.4, x + size * 2.4, y - size * 0.4));
        pen.write("计划", x + size * 2.7, y, size, false, Ink.TEXT, Side.LEFT, right - x);
    }

    private void bands(Graphics2D g, Columns columns, double top, double bottom) {
        for (int month = 1; month <= 12; month++) {
            double x = columns.x(LocalDate.of(chart.year(), month, 1));
            double next = month == 12 ? columns.timeRight() : columns.x(LocalDate.of(chart.year(), month + 1, 1));
            if (month % 2 == 1) {
                g.setColor(Ink.BAND);
                g.fill(new Rectangle2D.Double(x, top, next - x, bottom - top));
            }
        }
    }

    private void months(Pen pen, Columns columns, double top) {
        double size = Math.min(sheet.axis() * 0.62, sheet.text() * 2);
        double line = top + sheet.axis() * 0.72;
        double small = Math.min(size * 0.8, sheet.text() * 0.86);
        pen.write("项目", columns.name(), line, small, false, Ink.SECOND, Side.LEFT, columns.people() - columns.name());
        pen.write("科室 · 责任人", columns.people(), line, small, false, Ink.SECOND, Side.LEFT, columns.peopleWidth());
        pen.write("计入/计划", columns.quantities(), line, small, false, Ink.SECOND, Side.LEFT, columns.quantityWidth());
        for (int month = 1; month <= 12; month++) {
            double x = columns.x(LocalDate.of(chart.year(), month, 1));
            double next = month == 12 ? columns.timeRight() : columns.x(LocalDate.of(chart.year(), month + 1, 1));
            pen.write(month + "月", (x + next) / 2, line, size, true, Ink.TEXT, Side.MIDDLE, next - x);
        }
    }

    private void rows(Graphics2D g, Pen pen, Columns columns, List<ChartSheet.Line> lines, double top, double right) {
        RowPainter painter = new RowPainter(g, pen, columns, sheet.rowHeight(), sheet.text(), chart.cutOff());
        double y = top;
        for (ChartSheet.Line line : lines) {
            switch (line) {
                case ChartSheet.Line.Heading heading -> {
                    painter.heading(heading.group(), heading.continued(), y, right);
                    y += sheet.rowHeight() * ChartSheet.HEADING;
                }
                case ChartSheet.Line.Entry entry -> {
                    painter.row(entry.row(), y, right);
                    y += sheet.rowHeight();
                }
            }
        }
    }

    private void today(Graphics2D g, Pen pen, Columns columns, double top, double bottom) {
        if (chart.cutOff().getYear() != chart.year()) {
            return;
        }
        double x = columns.x(chart.cutOff());
        stroke(g, Ink.TODAY, Math.max(0.8, sheet.rowHeight() * 0.08));
        g.draw(new Line2D.Double(x, top + sheet.axis() * 0.8, x, bottom));
        double size = sheet.axis() * 0.5;
        pen.write("截至", x, top + sheet.axis() * 0.2, size, true, Ink.TODAY, Side.MIDDLE, sheet.width());
    }

    private void foot(Pen pen, int page) {
        double size = sheet.foot() * 0.5;
        double line = sheet.height() - sheet.margin() - sheet.foot() * 0.1;
        String known = chart.knownAt() == null
                ? ""
                : "(按" + MOMENT.format(chart.knownAt().atZone(zone)) + "所知)";
        pen.write(
                "数据截至 " + DAY.format(chart.cutOff()) + known + " · 生成于 "
                        + MOMENT.format(chart.generatedAt().atZone(zone)) + " · 扫右上二维码看实时图",
                sheet.margin(),
                line,
                size,
                false,
                Ink.SECOND,
                Side.LEFT,
                sheet.width());
        if (sheet.pages().size() > 1) {
            pen.write(
                    "第 " + (page + 1) + " / " + sheet.pages().size() + " 页",
                    sheet.width() - sheet.margin(),
                    line,
                    size,
                    false,
                    Ink.SECOND,
                    Side.RIGHT,
                    sheet.width());
        }
    }

    static void stroke(Graphics2D g, Color colour, double width) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    }
}
