package cn.guatu.platform.document;

/** Sizes of paper, ISO 216. */
public enum Paper {
    /** 297 × 420 mm */
    A3(297, 420),
    /** 420 × 594 mm */
    A2(420, 594),
    /** 594 × 841 mm */
    A1(594, 841),
    /** 841 × 1189 mm */
    A0(841, 1189);

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    private final int shortSide;
    private final int longSide;

    Paper(int shortSide, int longSide) {
        this.shortSide = shortSide;
        this.longSide = longSide;
    }

    /** The short side in points (1/72 inch). */
    public double shortSide() {
        return shortSide * POINTS_PER_MILLIMETRE;
    }

    /** The long side in points. */
    public double longSide() {
        return longSide * POINTS_PER_MILLIMETRE;
    }

    /** Millimetres in points. */
    public static double millimetres(double length) {
        return length * POINTS_PER_MILLIMETRE;
    }
}
