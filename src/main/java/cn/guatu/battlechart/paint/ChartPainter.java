package cn.guatu.battlechart.paint;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.platform.document.Ink;
import cn.guatu.platform.document.Paper;
import cn.guatu.platform.document.PaperBox;
import cn.guatu.platform.document.PaperFrame;
import cn.guatu.platform.document.PaperSheet;
import cn.guatu.platform.document.Pen;
import cn.guatu.platform.document.Pen.Side;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.ui.LightBadges;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The chart laid out for paper: each page with its months, groups, rows and today in the frame of all printed sheets. */
public final class ChartPainter implements PaperSheet {

    private static final List<PaperFrame.Sign> LEGEND = Stream.of(
                    Light.RED, Light.ORANGE, Light.YELLOW, Light.DUE_SOON, Light.GREEN, Light.NOT_DUE, Light.DONE)
            .map(light -> new PaperFrame.Sign(LightBadges.shape(light), light.label()))
            .toList();

    private final BattleChart chart;
    private final ChartSheet sheet;
    private final PaperFrame frame;

    /**
     * @param address of the live view, for the QR code
     * @param zone in which moments are written
     */
    public ChartPainter(BattleChart chart, Paper paper, String address, ZoneId zone) {
        this.chart = chart;
        this.sheet = ChartSheet.of(chart, paper);
        this.frame = new PaperFrame(
                chart.title(), chart.scope(), chart.cutOff(), chart.knownAt(), chart.generatedAt(), address, zone);
    }

    @Override
    public String title() {
        return chart.title();
    }

    @Override
    public PaperBox box() {
        return sheet.box();
    }

    @Override
    public int pageCount() {
        return sheet.pages().size();
    }

    @Override
    public void paint(Graphics2D g, int page) {
        Pen pen = new Pen(g);
        bars(g, pen, frame.paint(g, pen, sheet.box(), LEGEND, page, pageCount()));
        double top = sheet.box().top();
        List<List<ChartSheet.Line>> panels = sheet.pages().get(page);
        double width = sheet.box().panel(sheet.panels());
        for (int i = 0; i < panels.size(); i++) {
            double left = sheet.box().left(i, sheet.panels());
            Columns columns = Columns.of(chart, left, width, sheet.text());
            double bottom = top + sheet.axis() + height(panels.get(i));
            bands(g, columns, top, bottom);
            months(pen, columns, top);
            rows(g, pen, columns, panels.get(i), top + sheet.axis(), left + width);
            today(g, pen, columns, top, bottom);
        }
    }

    private double height(List<ChartSheet.Line> lines) {
        return lines.stream()
                .mapToDouble(line -> line instanceof ChartSheet.Line.Heading
                        ? sheet.rowHeight() * ChartSheet.HEADING
                        : sheet.rowHeight())
                .sum();
    }

    private static void bars(Graphics2D g, Pen pen, PaperFrame.Legend at) {
        double size = at.size();
        double x = at.x();
        double y = at.y();
        g.setColor(Ink.BAR);
        g.fill(new Rectangle2D.Double(x, y - size * 0.72, size * 2.4, size * 0.6));
        pen.write("预计/实际", x + size * 2.7, y, size, false, Ink.TEXT, Side.LEFT, at.right() - x);
        x += size * 3.5 + Pen.width("预计/实际", size, false);
        pen.stroke(Ink.BASELINE, size * 0.16);
        g.draw(new Line2D.Double(x, y - size * 0.4, x + size * 2.4, y - size * 0.4));
        pen.write("计划", x + size * 2.7, y, size, false, Ink.TEXT, Side.LEFT, at.right() - x);
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
        pen.stroke(Ink.TODAY, Math.max(0.8, sheet.rowHeight() * 0.08));
        g.draw(new Line2D.Double(x, top + sheet.axis() * 0.8, x, bottom));
        double size = sheet.axis() * 0.5;
        pen.write(
                "截至",
                x,
                top + sheet.axis() * 0.2,
                size,
                true,
                Ink.TODAY,
                Side.MIDDLE,
                sheet.box().width());
    }
}
