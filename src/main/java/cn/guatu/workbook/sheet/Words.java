package cn.guatu.workbook.sheet;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Small help with words: what was probably meant, and how to show a long one. */
final class Words {

    private Words() {}

    /** The one of these words that was probably meant; null when none comes near. */
    static @Nullable String nearest(String text, Collection<String> words) {
        String key = Fold.name(text);
        for (String each : words) {
            if (key.contains(each) || (key.length() >= 2 && each.contains(key))) {
                return each;
            }
        }
        for (String each : words) {
            if (similar(key, each)) {
                return each;
            }
        }
        return null;
    }

    /** Whether two words share at least half of their characters. */
    static boolean similar(String one, String other) {
        if (one.length() < 2 || other.length() < 2) {
            return false;
        }
        long common = one.chars().distinct().filter(c -> other.indexOf(c) >= 0).count();
        return common * 2
                >= Math.max(
                        one.chars().distinct().count(), other.chars().distinct().count());
    }

    /** At most 100 characters, on one line. */
    static String shortened(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && i < 100; i++) {
            char c = text.charAt(i);
            out.append(c == '\n' || c == '\r' ? ' ' : Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return text.length() > 100 ? out.append('…').toString() : out.toString();
    }
}
