package cn.guatu.workbook.sheet;

import java.util.Locale;

/** How names, codes and headings are made comparable (workbook.md, What cells may look like; rulings, Workbook). */
public final class Fold {

    private Fold() {}

    /** Trimmed, full-width letters, digits and signs made half-width, inner blanks and line breaks removed. */
    public static String name(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = halfWidth(text.charAt(i));
            if (!isBlank(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** A code as it is kept: folded like a name, and without the star that marks a required value. */
    public static String code(String text) {
        return name(text).replace("*", "");
    }

    /** What identifies a code: like {@link #code}, in upper case. */
    public static String codeKey(String text) {
        return code(text).toUpperCase(Locale.ROOT);
    }

    /** A heading: folded like a name, without stars and brackets. */
    public static String heading(String text) {
        return name(text).replaceAll("[*()\\[\\]【】]", "");
    }

    /** Half-width, without blanks at the ends; inner blanks stay. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static char halfWidth(char c) {
        return c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF;
    }
}
