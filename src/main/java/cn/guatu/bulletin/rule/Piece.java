package cn.guatu.bulletin.rule;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a paragraph or a cell: words, or a figure that is bound to what was measured.
 *
 * @param key names the figure, such as {@code T02.rate}; null for plain words
 * @param text what the document says
 * @param expected what the figure is; equal to the text unless somebody has written another one over it; null for plain words
 */
public record Piece(
        @Nullable String key, String text, @Nullable String expected) {

    /** Plain words. */
    public static Piece words(String text) {
        return new Piece(null, text, null);
    }

    /** A figure as it was measured. */
    public static Piece figure(String key, String text) {
        return new Piece(key, text, text);
    }

    /** Whether it is a figure. */
    public boolean isFigure() {
        return key != null;
    }

    /** Whether it is a figure that the text no longer gives as it was measured. */
    public boolean differs() {
        return expected != null && !Numerals.same(expected, text);
    }
}
