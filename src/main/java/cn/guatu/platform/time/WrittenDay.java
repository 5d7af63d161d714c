package cn.guatu.platform.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days as officers write them (workbook.md, What cells may look like; rulings, Also dates): a period means its last day, 上旬 the 10th,
 * 中旬 the 20th; without a year, the plan year. Blanks and full-width signs must have been folded.
 */
public final class WrittenDay {

    private static final Pattern FULL = Pattern.compile("(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]");
    private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月份?(底|末|上旬|中旬|下旬)?");
    private static final Pattern QUARTER = Pattern.compile("(?:(\\d{4})年)?第?([一二三四1-4])季度?[底末]?");
    private static final Pattern HALF = Pattern.compile("(?:(\\d{4})年)?([上下])半年[底末]?");
    private static final Pattern END = Pattern.compile("(?:(\\d{4})年?)?年?[底末]");

    private WrittenDay() {}

    /**
     * The day of a text; null when it is not written as one.
     *
     * @throws DateTimeException for a day that the calendar does not have
     */
    public static @Nullable LocalDate read(String text, int year) {
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

    /** For a day that the month does not have, its last one; null when there is none to propose. */
    public static @Nullable String lastDay(String text, int year) {
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
