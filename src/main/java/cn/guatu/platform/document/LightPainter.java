package cn.guatu.platform.document;

import cn.guatu.platform.ui.LightShape;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** The shapes of the lights (look.md): the same on paper as on the screen. */
public final class LightPainter {

    private LightPainter() {}

    /** Draws the light around a middle, {@code size} points wide. */
    public static void paint(Graphics2D g, LightShape light, double x, double y, double size) {
        double r = size / 2;
        g.setColor(Ink.of(light));
        switch (light) {
            case CHECK_CIRCLE -> {
                g.fill(circle(x, y, r));
                check(g, x, y, r, Ink.PAPER);
            }
            case TRIANGLE -> {
                g.fill(polygon(x, y + r * 0.12, r * 1.12, 3, -Math.PI / 2));
                exclamation(g, x, y + r * 0.2, r * 0.8);
            }
            case DIAMOND -> {
                g.fill(polygon(x, y, r * 1.12, 4, -Math.PI / 2));
                exclamation(g, x, y, r);
            }
            case OCTAGON -> {
                g.fill(polygon(x, y, r * 1.06, 8, Math.PI / 8));
                cross(g, x, y, r * 0.36);
            }
            case DASHED_RING -> {
                g.setStroke(new BasicStroke(
                        (float) (size * 0.14),
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {(float) (size * 0.28), (float) (size * 0.2)},
                        0));
                g.draw(circle(x, y, r * 0.84));
            }
            case RING -> ring(g, light, x, y, r);
            case BLUE_CHECK -> check(g, x, y, r * 1.3, Ink.of(light));
            case CLOCK -> {
                ring(g, light, x, y, r);
                g.draw(new Line2D.Double(x, y, x, y - r * 0.5));
                g.draw(new Line2D.Double(x, y, x + r * 0.4, y));
            }
        }
    }

    private static void ring(Graphics2D g, LightShape light, double x, double y, double r) {
        g.setColor(Ink.PAPER);
        g.fill(circle(x, y, r * 0.84));
        g.setColor(Ink.of(light));
        g.setStroke(new BasicStroke((float) (r * 0.28)));
        g.draw(circle(x, y, r * 0.84));
    }

    private static void exclamation(Graphics2D g, double x, double y, double r) {
        mark(g, r * 0.26);
        g.draw(new Line2D.Double(x, y - r * 0.5, x, y + r * 0.08));
        g.fill(circle(x, y + r * 0.44, r * 0.15));
    }

    private static void cross(Graphics2D g, double x, double y, double r) {
        mark(g, r * 0.6);
        g.draw(new Line2D.Double(x - r, y - r, x + r, y + r));
        g.draw(new Line2D.Double(x + r, y - r, x - r, y + r));
    }

    private static void mark(Graphics2D g, double width) {
        g.setColor(Ink.PAPER);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static Ellipse2D circle(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    private static void check(Graphics2D g, double x, double y, double r, Color colour) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) (r * 0.3), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        path.moveTo(x - r * 0.45, y);
        path.lineTo(x - r * 0.1, y + r * 0.36);
        path.lineTo(x + r * 0.48, y - r * 0.36);
        g.draw(path);
    }

    private static Path2D polygon(double x, double y, double r, int corners, double turned) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = turned + 2 * Math.PI * i / corners;
            if (i == 0) {
                path.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
            } else {
                path.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
            }
        }
        path.closePath();
        return path;
    }
}
