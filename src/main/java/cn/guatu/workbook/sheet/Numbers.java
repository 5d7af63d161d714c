package cn.guatu.workbook.sheet;

import cn.guatu.platform.measure.Amount;
import cn.guatu.platform.measure.MeasureUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as officers write them: {@code 80}, {@code 1,234.5}, {@code ８０}, {@code 80 公顷}, {@code 约80}, {@code 95%}. Anything else, such
 * as 若干, is an error and not zero (workbook.md, What cells may look like).
 */
final class Numbers {

    static final String EXPECTED = "数字,例如 80、1,234.5、80公顷、约80";

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal LIMIT = new BigDecimal("1000000000000");
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)((?:\\.\\d+)?)(.*)", Pattern.DOTALL);
    private static final Pattern UNIT_WORD = Pattern.compile("[\\p{L}℃°/·（）()]{1,16}");
    private static final Pattern VAGUE = Pattern.compile("左右|上下|余|多|以上|以下|以内|不到|近");
    private static final Map<String, Integer> POWERS = Map.of("十", 1, "百", 2, "千", 3, "万", 4, "百万", 6, "千万", 7, "亿", 8);

    private Numbers() {}

    /** The number of a text, with its 约 and its unit. */
    static Parsed<Amount> ofText(String text) {
        String folded = Fold.name(text).replace('−', '-').replace('﹣', '-');
        boolean approx = folded.startsWith("约") || folded.startsWith("大约");
        String rest = approx ? folded.substring(folded.indexOf('约') + 1) : folded;
        Matcher matcher = NUMBER.matcher(rest);
        if (!matcher.matches() || rest.length() > 60) {
            return new Parsed.Bad<>(EXPECTED, null);
        }
        String unit = matcher.group(4);
        BigDecimal number = safe(matcher.group(1) + matcher.group(2).replace(",", "") + matcher.group(3));
        if (number == null) {
            return new Parsed.Bad<>("不超过 15 位有效数字的数字", null);
        }
        BigDecimal rounded = MeasureUnit.plain(number.round(DIGITS));
        if (unit.isEmpty()) {
            return checked(new Amount(rounded, null, approx));
        }
        Integer power = POWERS.get(unit);
        if (power != null) {
            return new Parsed.Bad<>(
                    "写全的数字与单位",
                    (approx ? "约" : "") + rounded.movePointRight(power).toPlainString());
        }
        MeasureUnit known = MeasureUnit.of(unit);
        if (known.isKnown()) {
            return checked(new Amount(rounded, known, approx));
        }
        Matcher vague = VAGUE.matcher(unit);
        if (vague.find()) {
            return new Parsed.Bad<>(EXPECTED, "约" + rounded.toPlainString() + vague.replaceAll(""));
        }
        if (UNIT_WORD.matcher(unit).matches()) {
            return checked(new Amount(rounded, known, approx));
        }
        return new Parsed.Bad<>(EXPECTED, null);
    }

    /** The number of a number cell. */
    static Parsed<Amount> ofNumber(BigDecimal value) {
        return checked(new Amount(value, null, false));
    }

    /** The number of a percent cell: n per cent. */
    static Parsed<Amount> ofPercent(BigDecimal fraction) {
        return checked(new Amount(MeasureUnit.plain(fraction.movePointRight(2)), MeasureUnit.PERCENT, false));
    }

    /** A number that arithmetic can bear, tiny ones as zero; null when it is none, or absurdly long. */
    static @Nullable BigDecimal safe(String text) {
        if (text.length() > 64) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            long magnitude = (long) number.precision() - number.scale();
            if (magnitude < -30) {
                return BigDecimal.ZERO;
            }
            return magnitude > 30 && number.signum() != 0 ? null : number.signum() == 0 ? BigDecimal.ZERO : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Parsed<Amount> checked(Amount amount) {
        BigDecimal size = amount.number().abs();
        boolean huge = size.compareTo(LIMIT) >= 0
                || (amount.unit() != null
                        && amount.unit().name().equals("亿元")
                        && size.compareTo(LIMIT.movePointLeft(4)) >= 0);
        return huge ? new Parsed.Bad<>("小于一万亿的数字", null) : new Parsed.Good<>(amount);
    }
}
