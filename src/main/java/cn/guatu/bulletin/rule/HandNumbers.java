package cn.guatu.bulletin.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that people wrote into a text beside its figures (手工数字): bound to nothing, so nobody has compared them with the snapshot. */
public final class HandNumbers {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*%?");
    private static final int BEFORE = 8;
    private static final int AFTER = 4;

    private HandNumbers() {}

    /**
     * Those of a rewritten paragraph.
     *
     * @param rewritten its words and figures
     * @param generated those of the paragraph that the figures gave: a number in its words, such as 10月底, is nobody's own
     * @return each with the words around it, in reading order
     */
    public static List<String> of(List<Piece> rewritten, List<Piece> generated) {
        List<String> known = new ArrayList<>();
        for (Piece piece : generated) {
            if (!piece.isFigure()) {
                known.addAll(numbers(piece.text()));
            }
        }
        List<String> own = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (Piece piece : rewritten) {
            String text = Numerals.narrow(piece.text());
            Matcher number = NUMBER.matcher(text);
            while (!piece.isFigure() && number.find()) {
                if (!known.remove(Numerals.folded(number.group()))) {
                    own.add(around(before + text, before.length() + number.start(), before.length() + number.end()));
                }
            }
            before.append(text);
        }
        return own;
    }

    /** The numbers of a text in the one way of writing them that is compared. */
    private static List<String> numbers(String text) {
        return NUMBER.matcher(Numerals.narrow(text))
                .results()
                .map(found -> Numerals.folded(found.group()))
                .toList();
    }

    private static String around(String text, int start, int end) {
        int from = Math.max(0, start - BEFORE);
        int to = Math.min(text.length(), end + AFTER);
        return (from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : "");
    }
}
