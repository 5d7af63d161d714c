package cn.guatu.workbook.sheet;

import cn.guatu.platform.time.WrittenDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as officers write them (workbook.md, What cells may look like; rulings, Also dates): a period means its last day, 上旬 the 10th,
 * 中旬 the 20th; without a year, the plan year.
 */
final class Dates {

    static final String EXPECTED = "日期,例如 2026-06-30、6月30日、6月底、三季度、年底";

    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private Dates() {}

    /** The date of a text. */
    static Parsed<LocalDate> ofText(String text, int year) {
        String folded = Fold.name(text);
        try {
            LocalDate date = WrittenDay.read(folded, year);
            if (date != null) {
                return plausible(date);
            }
        } catch (DateTimeException e) {
            return new Parsed.Bad<>("存在的日期", WrittenDay.lastDay(folded, year));
        }
        return new Parsed.Bad<>(EXPECTED, suggest(folded, year));
    }

    /** A date cell. */
    static Parsed<LocalDate> ofDay(@Nullable LocalDate date) {
        return date == null ? new Parsed.Bad<>(EXPECTED, null) : plausible(date);
    }

    /** A bare number is never a date; if it is the serial number of a likely one, that one is suggested. */
    static Parsed<LocalDate> ofNumber(String shown) {
        return new Parsed.Bad<>(EXPECTED, suggest(shown, 0));
    }

    /** The day of a serial number in the 1900 system, whose 29 February 1900 never was; null then. */
    static @Nullable LocalDate ofSerial1900(long days) {
        if (days < 1 || days == 60) {
            return null;
        }
        return LocalDate.of(1899, 12, 31).plusDays(days > 60 ? days - 1 : days);
    }

    private static Parsed<LocalDate> plausible(LocalDate date) {
        return date.getYear() >= 1900 && date.getYear() <= 2199
                ? new Parsed.Good<>(date)
                : new Parsed.Bad<>("1900 至 2199 年的日期", null);
    }

    private static @Nullable String suggest(String text, int year) {
        try {
            Matcher compact = COMPACT.matcher(text);
            if (compact.matches()) {
                return LocalDate.of(
                                Integer.parseInt(compact.group(1)),
                                Integer.parseInt(compact.group(2)),
                                Integer.parseInt(compact.group(3)))
                        .toString();
            }
            if (text.matches("\\d{5}")) {
                LocalDate day = ofSerial1900(Long.parseLong(text));
                return day != null && day.getYear() >= 1990 && day.getYear() < 2100 ? day.toString() : null;
            }
            String shorter = text.replaceAll("(之前|以前|前|左右|完成)$", "").replaceAll("^约", "");
            LocalDate date = shorter.equals(text) ? null : WrittenDay.read(shorter, year);
            return date == null ? null : date.toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
