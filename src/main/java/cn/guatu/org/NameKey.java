package cn.guatu.org;

import java.util.Locale;

/**
 * What names and codes are matched by (workbook.md, "What cells may look like"): full-width signs count as their ASCII
 * counterparts, and blanks, line breaks and invisible signs do not count at all.
 */
public final class NameKey {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_TO_ASCII = 0xFEE0;

    private NameKey() {}

    /**
     * The key of a name of a unit, person, phase or node. Case counts.
     *
     * @param name as written
     */
    public static String of(String name) {
        StringBuilder key = new StringBuilder(name.length());
        name.codePoints()
                .filter(NameKey::isVisible)
                .map(sign -> sign >= FULL_WIDTH_FIRST && sign <= FULL_WIDTH_LAST ? sign - FULL_WIDTH_TO_ASCII : sign)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /**
     * The key of a code of a target or project: like a name, but case and the stars of required columns do not count.
     *
     * @param code as written
     */
    public static String ofCode(String code) {
        return of(code).replace("*", "").replace("★", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isVisible(int sign) {
        return !Character.isWhitespace(sign)
                && !Character.isSpaceChar(sign)
                && Character.getType(sign) != Character.CONTROL
                && Character.getType(sign) != Character.FORMAT;
    }
}
