package cn.guatu.bulletin.rule;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When two ways of writing a figure say the same: widths, blanks, thousands separators and trailing zeros do not count. */
public final class Numerals {

    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d*?(0+)(?!\\d)");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");

    private Numerals() {}

    /** Whether both say the same figure with the same words. */
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** The same text with digits, points and per cent signs of half width. */
    static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean wide = sign >= '\uff10' && sign <= '\uff19' || sign == '\uff0e' || sign == '\uff05';
            narrow.append(wide ? (char) (sign - 0xfee0) : sign);
        }
        return narrow.toString();
    }

    /** The one way of writing it that is compared. */
    static String folded(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u200b\\ufeff]+", "")
                .replace('\u2212', '-')
                .replace('\u2013', '-')
                .toLowerCase(Locale.ROOT);
        return withoutTrailingZeros(THOUSANDS.matcher(narrow).replaceAll(""));
    }

    private static String withoutTrailingZeros(String text) {
        Matcher matcher = DECIMAL.matcher(text);
        return matcher.replaceAll(found -> {
            String number = found.group();
            String cut = number.substring(0, number.length() - found.group(1).length());
            return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
        });
    }
}
