package cn.guatu.workbook.sheet;

import org.jspecify.annotations.Nullable;

/** Cell addresses such as AB12. */
final class Address {

    static final int MAX_COLUMN = 16_384;

    private Address() {}

    /** The letters of a 1-based column. */
    static String letters(int column) {
        StringBuilder out = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            out.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return out.toString();
    }

    /** The 1-based column of an address; 0 when there is none. */
    static int column(@Nullable String address) {
        int column = 0;
        for (int i = 0; address != null && i < address.length() && column <= MAX_COLUMN; i++) {
            char c = Character.toUpperCase(address.charAt(i));
            if (c >= 'A' && c <= 'Z') {
                column = column * 26 + (c - 'A' + 1);
            } else if (c != '$') {
                break;
            }
        }
        return column > MAX_COLUMN ? 0 : column;
    }

    /** The 1-based row of an address; 0 when there is none. */
    static int row(@Nullable String address) {
        int row = 0;
        for (int i = 0; address != null && i < address.length() && row <= 10_000_000; i++) {
            char c = address.charAt(i);
            if (c >= '0' && c <= '9') {
                row = row * 10 + (c - '0');
            }
        }
        return row;
    }
}
