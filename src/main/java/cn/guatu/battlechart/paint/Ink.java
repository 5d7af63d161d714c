package cn.guatu.battlechart.paint;

import cn.guatu.rollup.Light;
import java.awt.Color;

/** Colours on paper: the light theme of the desk, so that print and screen are one (look.md). */
final class Ink {

    static final Color TEXT = new Color(0x1b2530);
    static final Color SECOND = new Color(0x566473);
    static final Color LINE = new Color(0xdfe4ea);
    static final Color STRONG_LINE = new Color(0xaab4c0);
    static final Color BAND = new Color(0xf5f7f9);
    static final Color BASELINE = new Color(0x8a96a3);
    static final Color BAR = new Color(0xcfe0f5);
    static final Color TODAY = new Color(0x1f66c1);
    static final Color PAPER = Color.WHITE;

    private Ink() {}

    static Color of(Light light) {
        return switch (light) {
            case GREEN -> new Color(0x17805c);
            case YELLOW -> new Color(0x8f6a00);
            case ORANGE -> new Color(0xa54808);
            case RED -> new Color(0xab1826);
            case GREY, NOT_DUE -> new Color(0x5f6d7d);
            case DONE, DUE_SOON -> new Color(0x1f66c1);
        };
    }
}
