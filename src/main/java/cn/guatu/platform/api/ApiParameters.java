package cn.guatu.platform.api;

import cn.guatu.platform.failure.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the HTTP interface; an unreadable one is refused with a sentence (rulings, Interface). Blank is absent. */
public final class ApiParameters {

    /** Items on a page when nobody says how many. */
    public static final int USUAL_PAGE_SIZE = 50;

    /** Most items on a page; who asks for more gets this many. */
    public static final int LARGEST_PAGE_SIZE = 500;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private ApiParameters() {}

    /** A page: {@code size} items after the first {@code page × size}. */
    public record Page(int number, int size) {

        /** How many items come before it. */
        public long offset() {
            return (long) number * size;
        }
    }

    /** A plan year of four digits; whether it exists is another question. */
    public static int year(String text) {
        if (!YEAR.matcher(text).matches()) {
            throw unreadable("年度", text, "四位数字，例如 2026");
        }
        return Integer.parseInt(text);
    }

    /** A day as {@code 2026-03-31}; empty when absent. */
    public static Optional<LocalDate> day(String name, @Nullable String text) {
        String written = given(text);
        if (written == null) {
            return Optional.empty();
        }
        try {
            if (DAY.matcher(written).matches()) {
                return Optional.of(LocalDate.parse(written));
            }
        } catch (DateTimeException e) {
            throw unreadable(name, written, "存在的日期，例如 2026-03-31", e);
        }
        throw unreadable(name, written, "日期，例如 2026-03-31");
    }

    /** An instant with its offset, as {@code 2026-03-31T18:00:00+08:00} or {@code …Z}; empty when absent. */
    public static Optional<Instant> instant(String name, @Nullable String text) {
        String written = given(text);
        if (written == null) {
            return Optional.empty();
        }
        try {
            // A plus sign that nobody encoded arrives as a blank.
            return Optional.of(OffsetDateTime.parse(written.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            throw unreadable(name, written, "带时区的时刻，例如 2026-03-31T18:00:00+08:00", e);
        }
    }

    /**
     * One of the words of an enum, case not counting; empty when absent.
     *
     * @param words what is accepted, for the sentence
     */
    public static <E extends Enum<E>> Optional<E> word(String name, @Nullable String text, Class<E> words) {
        String written = given(text);
        if (written == null) {
            return Optional.empty();
        }
        String wanted = written.toUpperCase(Locale.ROOT);
        for (E each : words.getEnumConstants()) {
            if (each.name().equals(wanted)) {
                return Optional.of(each);
            }
        }
        String known = Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" / "));
        throw unreadable(name, written, known);
    }

    /** Text without blanks around it; empty when absent. */
    public static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(given(text));
    }

    /** A page; the first one is 0. */
    public static Page page(@Nullable String page, @Nullable String size) {
        int number = number("page", page, 0, "不小于 0 的整数", 0);
        int items = number("size", size, USUAL_PAGE_SIZE, "不小于 1 的整数", 1);
        return new Page(number, Math.min(items, LARGEST_PAGE_SIZE));
    }

    /** The refusal of a parameter or field that cannot be read. */
    public static Refusal unreadable(String name, String found, String expected) {
        String shown = found.length() <= 40 ? found : found.substring(0, 40) + "…";
        return Refusal.invalid("%s 的值“%s”无法识别，应为%s。".formatted(name, shown, expected));
    }

    private static Refusal unreadable(String name, String found, String expected, Exception cause) {
        Refusal refusal = unreadable(name, found, expected);
        refusal.initCause(cause);
        return refusal;
    }

    private static int number(String name, @Nullable String text, int usual, String expected, int least) {
        String written = given(text);
        if (written == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(written);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unreadable(name, written, expected, e);
        }
        throw unreadable(name, written, expected);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
