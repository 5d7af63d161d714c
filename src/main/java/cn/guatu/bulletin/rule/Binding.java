package cn.guatu.bulletin.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the figures of a text again after people have rewritten it. Both texts are cut into numbers and signs and aligned by their longest
 * common subsequence; a figure is then what stands between the words that stood around it.
 */
final class Binding {

    private static final Pattern TOKEN =
            Pattern.compile("[+\u2212-]?\\d+(?:[.,]\\d+)*%?|[A-Za-z]+|\\R|\\s|.", Pattern.DOTALL);

    private Binding() {}

    /** A token and where it starts in its text. */
    private record Token(String text, int start) {
        int end() {
            return start + text.length();
        }
    }

    /** The words and figures of the rewritten text; a figure that is gone is gone. */
    static List<Piece> bind(List<Piece> generated, String rewritten) {
        StringBuilder whole = new StringBuilder();
        generated.forEach(piece -> whole.append(piece.text()));
        int[] image = image(whole.toString(), rewritten);
        List<Piece> bound = new ArrayList<>();
        int at = 0;
        int start = 0;
        for (Piece piece : generated) {
            int end = start + piece.text().length();
            if (piece.key() != null && piece.expected() != null) {
                int[] found = within(
                        rewritten, Math.max(at, image[2 * start]), image[2 * end + 1], piece.expected(), piece.text());
                if (found.length == 2) {
                    if (found[0] > at) {
                        bound.add(Piece.words(rewritten.substring(at, found[0])));
                    }
                    bound.add(new Piece(piece.key(), rewritten.substring(found[0], found[1]), piece.expected()));
                    at = found[1];
                }
            }
            start = end;
        }
        if (at < rewritten.length()) {
            bound.add(Piece.words(rewritten.substring(at)));
        }
        return bound;
    }

    /**
     * For each place between two characters of the first text: where the common words before it end in the second text (even
     * indexes), and where the common words after it begin (odd).
     */
    private static int[] image(String from, String to) {
        List<Token> a = tokens(from);
        List<Token> b = tokens(to);
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).text().equals(b.get(j).text())
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int[] image = new int[2 * (from.length() + 1)];
        int[] ends = new int[from.length() + 1];
        int[] begins = new int[from.length() + 1];
        Arrays.fill(ends, -1);
        Arrays.fill(begins, -1);
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (a.get(i).text().equals(b.get(j).text())) {
                ends[a.get(i).end()] = b.get(j).end();
                begins[a.get(i).start()] = b.get(j).start();
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        int before = 0;
        for (int place = 0; place <= from.length(); place++) {
            before = ends[place] >= 0 ? ends[place] : before;
            image[2 * place] = before;
        }
        int after = to.length();
        for (int place = from.length(); place >= 0; place--) {
            after = begins[place] >= 0 ? begins[place] : after;
            image[2 * place + 1] = after;
        }
        return image;
    }

    /** The figure in a stretch of the text: as it was, else the number that stands there, else all of it; empty when nothing is. */
    private static int[] within(String text, int from, int to, String expected, String shown) {
        if (to <= from) {
            return new int[0];
        }
        String stretch = text.substring(from, to);
        for (String each : List.of(shown, expected)) {
            int place = stretch.indexOf(each);
            if (place >= 0 && alone(stretch, place, place + each.length())) {
                return new int[] {from + place, from + place + each.length()};
            }
        }
        String trimmed = stretch.strip();
        if (trimmed.isEmpty()) {
            return new int[0];
        }
        int begin = from + stretch.indexOf(trimmed);
        if (Character.isDigit(expected.charAt(expected.length() - 1)) || hasDigit(expected)) {
            String unit = expected.replaceFirst("^[^\\d]*[\\d.,]+", "");
            Matcher number = Pattern.compile("[+\u2212-]?\\d+(?:[.,]\\d+)*(?:\\s*" + Pattern.quote(unit) + ")?")
                    .matcher(trimmed);
            if (!expected.matches("^[^\\d+\u2212-].*") && number.find()) {
                return new int[] {begin + number.start(), begin + number.end()};
            }
        }
        return new int[] {begin, begin + trimmed.length()};
    }

    private static boolean alone(String text, int start, int end) {
        boolean before = start == 0 || !partOfNumber(text.charAt(start - 1)) || !partOfNumber(text.charAt(start));
        boolean after = end == text.length() || !partOfNumber(text.charAt(end - 1)) || !partOfNumber(text.charAt(end));
        return before && after;
    }

    private static boolean partOfNumber(char sign) {
        return Character.isDigit(sign) || sign == '.';
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new Token(matcher.group(), matcher.start()));
        }
        return tokens;
    }

    /** The words of a text, without its figures: what makes two paragraphs the same one. */
    static List<String> words(String text) {
        return tokens(text).stream()
                .map(Token::text)
                .filter(each ->
                        !each.isBlank() && !Character.isDigit(each.charAt(each.length() - 1)) && !each.endsWith("%"))
                .toList();
    }
}
