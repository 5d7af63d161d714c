package cn.guatu.workbook.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as officers write them (workbook.md, What cells may look like; rulings, Also dates): a period means its last day, 上旬 the 10th,
 * 中旬 the 20th; without a year, the plan year.
 */
final class Dates {

    static final String EXPECTED = "日期,例如 2026-06-30、6月30日、6月底、三季度、年底";

    private static final Pattern FULL = Pattern.compile("(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]");
    private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月份?(底|末|上旬|中旬|下旬)?");
    private static final Pattern QUARTER = Pattern.compile("(?:(\\d{4})年)?第?([一二三四1-4])季度?[底末]?");
    private static final Pattern HALF = Pattern.compile("(?:(\\d{4})年)?([上下])半年[底末]?");
    private static final Pattern END = Pattern.compile("(?:(\\d{4})年?)?年?[底末]");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private Dates() {}

    /** The date of a text. */
    static Parsed<LocalDate> ofText(String text, int year) {
        String folded = Fold.name(text);
        try {
            LocalDate date = read(folded, year);
            if (date != null) {
                return plausible(date);
            }
        } catch (DateTimeException e) {
            return new Parsed.Bad<>("存在的日期", lastDay(folded, year));
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

    private static @Nullable LocalDate read(String text, int year) {
        Matcher full = FULL.matcher(text);
        if (full.matches()) {
            return LocalDate.of(number(full, 1), number(full, 3), number(full, 4));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return LocalDate.of(yearOf(day, year), number(day, 2), number(day, 3));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            YearMonth of = YearMonth.of(yearOf(month, year), number(month, 2));
            String part = month.group(3);
            return "上旬".equals(part) ? of.atDay(10) : "中旬".equals(part) ? of.atDay(20) : of.atEndOfMonth();
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return YearMonth.of(yearOf(quarter, year), 3 * quarterNumber(quarter.group(2)))
                    .atEndOfMonth();
        }
        Matcher half = HALF.matcher(text);
        if (half.matches()) {
            return YearMonth.of(yearOf(half, year), half.group(2).equals("上") ? 6 : 12)
                    .atEndOfMonth();
        }
        Matcher end = END.matcher(text);
        if (end.matches() && text.contains("年")) {
            return LocalDate.of(yearOf(end, year), 12, 31);
        }
        return null;
    }

    private static Parsed<LocalDate> plausible(LocalDate date) {
        return date.getYear() >= 1900 && date.getYear() <= 2199
                ? new Parsed.Good<>(date)
                : new Parsed.Bad<>("1900 至 2199 年的日期", null);
    }

    /** For a day that the month does not have, its last one. */
    private static @Nullable String lastDay(String text, int year) {
        Matcher full = FULL.matcher(text);
        Matcher day = DAY.matcher(text);
        try {
            if (full.matches()) {
                return YearMonth.of(number(full, 1), number(full, 3))
                        .atEndOfMonth()
                        .toString();
            }
            if (day.matches()) {
                return YearMonth.of(yearOf(day, year), number(day, 2))
                        .atEndOfMonth()
                        .toString();
            }
        } catch (DateTimeException e) {
            return null;
        }
        return null;
    }

    private static @Nullable String suggest(String text, int year) {
        try {
            Matcher compact = COMPACT.matcher(text);
            if (compact.matches()) {
                return LocalDate.of(number(compact, 1), number(compact, 2), number(compact, 3))
                        .toString();
            }
            if (text.matches("\\d{5}")) {
                LocalDate day = ofSerial1900(Long.parseLong(text));
                return day != null && day.getYear() >= 1990 && day.getYear() < 2100 ? day.toString() : null;
            }
            String shorter = text.replaceAll("(之前|以前|前|左右|完成)$", "").replaceAll("^约", "");
            LocalDate date = shorter.equals(text) ? null : read(shorter, year);
            return date == null ? null : date.toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int yearOf(Matcher matcher, int year) {
        return matcher.group(1) == null ? year : number(matcher, 1);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int quarterNumber(String word) {
        return switch (word) {
            case "一", "1" -> 1;
            case "二", "2" -> 2;
            case "三", "3" -> 3;
            default -> 4;
        };
    }
}
