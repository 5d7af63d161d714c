package cn.guatu.platform.document;

import cn.guatu.platform.ui.LightShape;
import java.awt.Color;

/** Colours on paper: the light theme of the desk, so that print and screen are one (look.md). */
public final class Ink {

    /** Words. */
    public static final Color TEXT = new Color(0x1b2530);

    /** Words of less weight. */
    public static final Color SECOND = new Color(0x566473);

    /** Between rows. */
    public static final Color LINE = new Color(0xdfe4ea);

    /** Under headings. */
    public static final Color STRONG_LINE = new Color(0xaab4c0);

    /** Behind every other column. */
    public static final Color BAND = new Color(0xf5f7f9);

    /** What was planned. */
    public static final Color BASELINE = new Color(0x8a96a3);

    /** What is, or is forecast. */
    public static final Color BAR = new Color(0xcfe0f5);

    /** The cut-off date. */
    public static final Color TODAY = new Color(0x1f66c1);

    /** Nothing. */
    public static final Color PAPER = Color.WHITE;

    private Ink() {}

    /** The colour of a light. */
    public static Color of(LightShape light) {
        return switch (light) {
            case CHECK_CIRCLE -> new Color(0x17805c);
            case TRIANGLE -> new Color(0x8f6a00);
            case DIAMOND -> new Color(0xa54808);
            case OCTAGON -> new Color(0xab1826);
            case DASHED_RING, RING -> new Color(0x5f6d7d);
            case BLUE_CHECK, CLOCK -> new Color(0x1f66c1);
        };
    }
}
