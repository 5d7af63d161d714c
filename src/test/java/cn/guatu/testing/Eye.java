package cn.guatu.testing;

import java.util.stream.IntStream;

/**
 * How an eye sees a colour of the screen (sRGB): as most people do, or with one kind of cone missing. Protanopia and deuteranopia after
 * Viénot, Brettel and Mollon 1999, tritanopia after Brettel, Viénot and Mollon 1997, in linear light.
 */
public enum Eye {
    /** All three cones. */
    USUAL(identity(), identity()),
    /** No long-wave cone. */
    PROTAN(of(0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1), null),
    /** No middle-wave cone. */
    DEUTAN(of(0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1), null),
    /** No short-wave cone: two half planes, divided by {@link #TRITAN_DIVIDE}. */
    TRITAN(
            of(1.01277, 0.13548, -0.14826, -0.01243, 0.86812, 0.14431, 0.07589, 0.80500, 0.11911),
            of(0.93678, 0.18979, -0.12657, 0.06154, 0.81526, 0.12320, -0.37562, 1.12767, 0.24796));

    private static final double[] TRITAN_DIVIDE = {0.03901, -0.02788, -0.01113};
    private static final double[][] TO_XYZ = of(0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505);
    private static final double[] WHITE = {0.95047, 1, 1.08883};

    private final double[][] matrix;
    private final double[][] other;

    Eye(double[][] matrix, double[][] other) {
        this.matrix = matrix;
        this.other = other == null ? matrix : other;
    }

    /** The contrast of two colours after WCAG 2, from 1 to 21; colours are written {@code #rrggbb}. */
    public static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** How different this eye sees two colours: the distance in CIELAB (ΔE*ab); 2.3 is just noticeable side by side. */
    public double difference(String one, String other) {
        double[] a = lab(seen(linear(one)));
        double[] b = lab(seen(linear(other)));
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum());
    }

    private double[] seen(double[] linear) {
        double side = dot(TRITAN_DIVIDE, linear);
        double[] seen = times(side >= 0 ? matrix : other, linear);
        return IntStream.range(0, 3).mapToDouble(i -> Math.clamp(seen[i], 0, 1)).toArray();
    }

    private static double luminance(String colour) {
        return times(TO_XYZ, linear(colour))[1];
    }

    private static double[] linear(String colour) {
        return IntStream.of(1, 3, 5)
                .mapToDouble(at -> Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0)
                .map(value -> value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double[] lab(double[] linear) {
        double[] xyz = times(TO_XYZ, linear);
        double[] f = IntStream.range(0, 3)
                .mapToDouble(i -> xyz[i] / WHITE[i])
                .map(t -> t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116)
                .toArray();
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return IntStream.range(0, 3)
                .mapToDouble(row -> dot(matrix[row], vector))
                .toArray();
    }

    private static double dot(double[] one, double[] other) {
        return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
    }

    private static double[][] identity() {
        return of(1, 0, 0, 0, 1, 0, 0, 0, 1);
    }

    private static double[][] of(double... all) {
        return new double[][] {
            {all[0], all[1], all[2]},
            {all[3], all[4], all[5]},
            {all[6], all[7], all[8]}
        };
    }
}
