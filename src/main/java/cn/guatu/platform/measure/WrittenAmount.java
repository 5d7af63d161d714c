package cn.guatu.platform.measure;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A quantity as somebody types it into a form: {@code 1.6}, {@code 1.6 万㎡}, {@code -1,200}, {@code １.６}. */
public final class WrittenAmount {

    private static final Pattern AMOUNT = Pattern.compile("([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)?(\\.\\d+)?\\s*(\\D*)");
    private static final int MOST_CHARACTERS = 40;

    private WrittenAmount() {}

    /**
     * The amount; empty when it is none.
     *
     * @param text as typed; a unit in it wins
     * @param unit the unit beside the field; null when there is none
     */
    public static Optional<Amount> parse(String text, @Nullable String unit) {
        if (text.isBlank() || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        // Full-width digits and signs count as their ASCII ones; ㎡ must stay what it is, so NFKC goes over the number
        // only.
        StringBuilder folded = new StringBuilder();
        text.strip().replace('\u2212', '-').codePoints().forEach(each -> {
            if (each >= 0xFF01 && each <= 0xFF5E) {
                folded.append(Normalizer.normalize(Character.toString(each), Normalizer.Form.NFKC));
            } else {
                folded.appendCodePoint(each);
            }
        });
        Matcher parts = AMOUNT.matcher(folded);
        if (!parts.matches() || (parts.group(2) == null && parts.group(3) == null)) {
            return Optional.empty();
        }
        String whole = parts.group(2) == null ? "0" : parts.group(2).replace(",", "");
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        BigDecimal number = new BigDecimal(parts.group(1) + whole + fraction);
        String written = parts.group(4).isBlank() ? unit : parts.group(4);
        return Optional.of(new Amount(number, written == null ? null : MeasureUnit.of(written), false));
    }
}
