package cn.guatu.planning.paint;

import cn.guatu.planning.Responsibility;
import cn.guatu.platform.document.Ink;
import cn.guatu.platform.document.LightPainter;
import cn.guatu.platform.document.Paper;
import cn.guatu.platform.document.PaperBox;
import cn.guatu.platform.document.PaperFrame;
import cn.guatu.platform.document.PaperSheet;
import cn.guatu.platform.document.Pen;
import cn.guatu.platform.document.Pen.Side;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.ui.LightBadges;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The 责任清单 laid out for paper: a line a project with who answers for it, and its nodes in their order with day and light. */
public final class DutyPainter implements PaperSheet {

    private static final List<PaperFrame.Sign> LEGEND = Stream.of(
                    Light.RED, Light.ORANGE, Light.YELLOW, Light.DUE_SOON, Light.GREEN, Light.NOT_DUE, Light.DONE)
            .map(light -> new PaperFrame.Sign(LightBadges.shape(light), light.label()))
            .toList();
    private static final String EXPLAINED = "节点后为计划完成日；另有姓名的，由其负责该节点";
    private static final Set<Light> LATE = Set.of(Light.RED, Light.ORANGE);

    private final DutyList list;
    private final DutySheet sheet;
    private final PaperFrame frame;

    /** Lays the list out on this paper, in this frame. */
    public DutyPainter(DutyList list, Paper paper, PaperFrame frame) {
        this.list = list;
        this.sheet = DutySheet.of(list, paper);
        this.frame = frame;
    }

    @Override
    public String title() {
        return frame.title();
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
        PaperFrame.Legend legend = frame.paint(g, pen, sheet.box(), LEGEND, page, pageCount());
        pen.write(
                EXPLAINED,
                legend.x() + legend.size(),
                legend.y(),
                legend.size(),
                false,
                Ink.SECOND,
                Side.LEFT,
                legend.right() - legend.x() - legend.size());
        List<List<DutySheet.Entry>> panels = sheet.pages().get(page);
        for (int i = 0; i < panels.size(); i++) {
            new Panel(g, pen, sheet.box().left(i, sheet.panels()), sheet.box().panel(sheet.panels()))
                    .paint(panels.get(i));
        }
    }

    /** One column of the page. */
    private final class Panel {

        private final Graphics2D g;
        private final Pen pen;
        private final double left;
        private final double right;
        private final double text = sheet.text();
        private final double line = text * DutySheet.LINE;

        Panel(Graphics2D g, Pen pen, double left, double width) {
            this.g = g;
            this.pen = pen;
            this.left = left;
            this.right = left + width;
        }

        void paint(List<DutySheet.Entry> entries) {
            double y = sheet.box().top();
            heads(y);
            y += DutySheet.HEADS * line;
            boolean band = false;
            for (DutySheet.Entry entry : entries) {
                double height = entry.lines() * line;
                if (entry.line() == null) {
                    heading(String.valueOf(entry.heading()), y, height);
                    band = false;
                } else {
                    if (band) {
                        g.setColor(Ink.BAND);
                        g.fill(new Rectangle2D.Double(left, y, right - left, height));
                    }
                    row(entry.line(), y, height);
                    band = !band;
                }
                y += height;
            }
        }

        private void heads(double y) {
            double base = y + line * 0.95;
            double x = left;
            DutyColumns columns = sheet.columns();
            x = cell("项目", x, columns.project(), base, Ink.SECOND);
            x = cell("牵头科室", x, columns.department(), base, Ink.SECOND);
            x = cell("街道", x, columns.streets(), base, Ink.SECOND);
            x = cell("责任领导", x, columns.leader(), base, Ink.SECOND);
            x = cell("责任人", x, columns.owner(), base, Ink.SECOND);
            pen.write("节点", x, base, text, false, Ink.SECOND, Side.LEFT, right - x);
        }

        private void heading(String words, double y, double height) {
            pen.write(words, left, y + height * 0.74, text * 1.12, true, Ink.TEXT, Side.LEFT, right - left);
            pen.stroke(Ink.STRONG_LINE, Math.max(0.5, text * 0.06));
            g.draw(new Line2D.Double(left, y + height, right, y + height));
        }

        private void row(Responsibility shown, double y, double height) {
            double base = y + line * 0.5 + text * 0.36;
            DutyColumns columns = sheet.columns();
            double x = cell(shown.project(), left, columns.project(), base, Ink.TEXT);
            x = cell(shown.department(), x, columns.department(), base, Ink.SECOND);
            x = cell(shown.streets(), x, columns.streets(), base, Ink.SECOND);
            x = cell(shown.leader(), x, columns.leader(), base, Ink.TEXT);
            x = cell(shown.owner(), x, columns.owner(), base, Ink.TEXT);
            double wide = (right - x) / sheet.cells();
            for (int i = 0; i < shown.nodes().size(); i++) {
                duty(
                        shown,
                        shown.nodes().get(i),
                        x + (i % sheet.cells()) * wide,
                        base + (i / sheet.cells()) * line,
                        wide - text * DutyColumns.GAP * 0.5);
            }
            pen.stroke(Ink.LINE, 0.35);
            g.draw(new Line2D.Double(left, y + height, right, y + height));
        }

        private double cell(String words, double x, double width, double base, Color colour) {
            pen.write(words, x, base, text, false, colour, Side.LEFT, width * text * 1.01);
            return x + (width + DutyColumns.GAP) * text;
        }

        private void duty(Responsibility shown, Responsibility.Duty duty, double x, double base, double width) {
            Light light = list.light(duty);
            double size = text * 0.96;
            LightPainter.paint(g, LightBadges.shape(light), x + size / 2, base - text * 0.36, size);
            double from = x + text * DutyColumns.LIGHT;
            String after = DutyColumns.after(shown, duty);
            double room = width - (from - x);
            double tail = Math.min(Pen.width(after, text, false), room * 0.6);
            boolean done = duty.actual() != null;
            double name = Math.min(Pen.width(duty.name(), text, false) * 1.01, room - tail);
            pen.write(duty.name(), from, base, text, false, done ? Ink.SECOND : Ink.TEXT, Side.LEFT, name);
            Color colour = LATE.contains(light) ? Ink.of(LightBadges.shape(light)) : Ink.SECOND;
            pen.write(after, from + name, base, text, LATE.contains(light), colour, Side.LEFT, room - name);
        }
    }
}
