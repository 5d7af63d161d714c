package cn.guatu.platform.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A unit that a quantity is counted in. Area and money convert exactly (semantics §3: 1 平方公里 = 100 公顷 = 1 000 000 平方米,
 * 1 公顷 = 15 亩, 1 亿元 = 10 000 万元); every other unit converts only to itself.
 *
 * @param name the canonical word, e.g. 万平方米 for 万㎡; an unknown unit keeps its folded text
 * @param dimension what the unit measures
 * @param size how many of the smallest step of the dimension one unit is: fifteenths of a square metre, or yuan; 1 otherwise
 */
public record MeasureUnit(String name, Dimension dimension, long size) {

    /** What a unit measures; only AREA and MONEY have more than one unit. */
    public enum Dimension {
        AREA,
        MONEY,
        PERCENT,
        OTHER
    }

    /** The unit of ratios: a bare n means n per cent, kept as the fraction n / 100 (rulings, Percent). */
    public static final MeasureUnit PERCENT = new MeasureUnit("%", Dimension.PERCENT, 1);

    private static final Map<String, MeasureUnit> KNOWN = new HashMap<>();

    static {
        KNOWN.put("%", PERCENT);
        area("平方米", 15, "㎡", "m²", "m2", "平米");
        area("亩", 10_000);
        area("公顷", 150_000, "hm²", "hm2", "ha");
        area("万平方米", 150_000, "万㎡", "万m²", "万m2", "万平米", "万平");
        area("平方公里", 15_000_000, "km²", "km2", "㎢", "平方千米");
        money("元", 1);
        money("万元", 10_000);
        money("亿元", 100_000_000);
    }

    /** Decimals that a quantity is kept with after conversion (rulings, Figures). */
    public static final int SCALE = 6;

    /** The unit of this text; blanks and full-width forms are folded. The text must not be blank. */
    public static MeasureUnit of(String text) {
        String folded = fold(text);
        MeasureUnit known = KNOWN.get(folded.toLowerCase(Locale.ROOT));
        return known != null ? known : new MeasureUnit(folded, Dimension.OTHER, 1);
    }

    /** Whether area, money or per cent: a unit that the system itself knows. */
    public boolean isKnown() {
        return dimension != Dimension.OTHER;
    }

    /** Whether quantities of this unit can be expressed in the other one. */
    public boolean isCompatibleWith(MeasureUnit other) {
        return dimension == other.dimension && (dimension != Dimension.OTHER || name.equals(other.name));
    }

    /**
     * The number of this unit expressed in another, with 6 decimals HALF_UP and no trailing zeros.
     *
     * @throws IllegalArgumentException when the units are incompatible
     */
    public BigDecimal convert(BigDecimal number, MeasureUnit to) {
        if (!isCompatibleWith(to)) {
            throw new IllegalArgumentException(name + " → " + to.name);
        }
        BigDecimal steps = number.multiply(BigDecimal.valueOf(size));
        return plain(steps.divide(BigDecimal.valueOf(to.size), SCALE, RoundingMode.HALF_UP));
    }

    /** How many of the other unit one of this is, exactly enough for display and tests. */
    public BigDecimal ratioTo(MeasureUnit to) {
        return BigDecimal.valueOf(size).divide(BigDecimal.valueOf(to.size), MathContext.DECIMAL64);
    }

    /** The number without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public String toString() {
        return name;
    }

    private static void area(String name, long fifteenths, String... synonyms) {
        register(new MeasureUnit(name, Dimension.AREA, fifteenths), synonyms);
    }

    private static void money(String name, long yuan) {
        register(new MeasureUnit(name, Dimension.MONEY, yuan));
    }

    private static void register(MeasureUnit unit, String... synonyms) {
        KNOWN.put(unit.name, unit);
        for (String each : synonyms) {
            KNOWN.put(each, unit);
        }
    }

    private static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= 0xFF01 && c <= 0xFF5E) {
                out.appendCodePoint(c - 0xFEE0);
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0x200B && c != 0xFEFF) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
