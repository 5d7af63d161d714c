package cn.guatu.platform.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;

/** Writes text that fits: measured with the font that is embedded, cut with … where it is too long. */
public final class Pen {

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final Graphics2D g;

    /** A pen on this paper. */
    public Pen(Graphics2D g) {
        this.g = g;
    }

    /** Where text stands at its x. */
    public enum Side {
        /** at its left end */
        LEFT,
        /** at its right end */
        RIGHT,
        /** at its middle */
        MIDDLE
    }

    /**
     * Writes on a base line.
     *
     * @param most the width it may take, in points
     */
    public void write(
            String text, double x, double y, double size, boolean bold, Color colour, Side side, double most) {
        Font font = font(size, bold);
        String shown = fit(printable(text, font), font, most);
        double width = width(shown, font);
        double left = side == Side.LEFT ? x : side == Side.RIGHT ? x - width : x - width / 2;
        g.setFont(font);
        g.setColor(colour);
        g.drawString(shown, (float) left, (float) y);
    }

    /** A line of this colour and width is drawn next. */
    public void stroke(Color colour, double width) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    }

    /** How wide the text is, in points. */
    public static double width(String text, double size, boolean bold) {
        return width(text, font(size, bold));
    }

    private static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    private static Font font(double size, boolean bold) {
        return (bold ? PaperFonts.bold() : PaperFonts.regular()).deriveFont((float) size);
    }

    /** A sign that the font does not have would stop the whole document: a box stands for it. */
    private static String printable(String text, Font font) {
        if (font.canDisplayUpTo(text) < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        text.codePoints().forEach(sign -> kept.appendCodePoint(font.canDisplay(sign) ? sign : '□'));
        return kept.toString();
    }

    private static String fit(String text, Font font, double most) {
        if (width(text, font) <= most) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(text.substring(0, middle) + "…", font) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : text.substring(0, low) + "…";
    }
}
