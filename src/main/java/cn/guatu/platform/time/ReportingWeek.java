package cn.guatu.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week that is reported on: an ISO week, Monday to Sunday. The first days of January may belong to the last week of
 * the year before.
 *
 * @param year the ISO week-based year
 * @param week 1 to 52, or 53 in a long year
 */
public record ReportingWeek(int year, int week) implements Comparable<ReportingWeek> {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-W(\\d{2})");

    /** Refuses a week that its year does not have. */
    public ReportingWeek {
        if (week < 1 || week > weeksOf(year)) {
            throw new IllegalArgumentException("no week " + week + " in " + year);
        }
    }

    /**
     * The week by its number.
     *
     * @param year the ISO week-based year
     * @param week the number of the week
     */
    public static ReportingWeek of(int year, int week) {
        return new ReportingWeek(year, week);
    }

    /**
     * The week that holds a day.
     *
     * @param day any day
     */
    public static ReportingWeek containing(LocalDate day) {
        return new ReportingWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /**
     * Reads the ISO form.
     *
     * @param text e.g. {@code 2026-W24}
     */
    public static ReportingWeek parse(String text) {
        Matcher matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an ISO week: " + text);
        }
        return new ReportingWeek(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The Monday. */
    public LocalDate firstDay() {
        // 4 January is in week 1 by definition.
        return LocalDate.of(year, 1, 4)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(week - 1L);
    }

    /** The Sunday. */
    public LocalDate lastDay() {
        return firstDay().plusDays(6);
    }

    /** Whether the day lies in this week. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /**
     * The week so many weeks later, or earlier when negative.
     *
     * @param weeks how many
     */
    public ReportingWeek plus(int weeks) {
        return containing(firstDay().plusWeeks(weeks));
    }

    /** The week after. */
    public ReportingWeek next() {
        return plus(1);
    }

    /** The week before. */
    public ReportingWeek previous() {
        return plus(-1);
    }

    @Override
    public int compareTo(ReportingWeek other) {
        return firstDay().compareTo(other.firstDay());
    }

    /** The ISO form, e.g. {@code 2026-W24}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, week);
    }

    private static int weeksOf(int year) {
        // 28 December is always in the last week of its year.
        return LocalDate.of(year, 12, 28).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
