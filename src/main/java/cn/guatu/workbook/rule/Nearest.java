package cn.guatu.workbook.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** The entry that a misspelt word most likely means. */
final class Nearest {
    /** More candidates than this are not compared one by one: a wrong guess is worth less than a fast answer. */
    private static final int COMPARED = 2_000;

    private Nearest() {}

    /** Empty when nothing is near: at most a third of the letters, and at least one, may differ. */
    static <T> Optional<T> to(String word, Collection<T> candidates, Function<T, String> spelling) {
        int allowed = Math.max(1, word.length() / 3);
        if (word.length() < 2 || candidates.size() > COMPARED) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(each -> distance(word, spelling.apply(each)) <= allowed)
                .min(Comparator.<T>comparingInt(each -> distance(word, spelling.apply(each)))
                        .thenComparing(spelling));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
