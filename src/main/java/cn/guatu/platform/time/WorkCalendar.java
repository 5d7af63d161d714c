package cn.guatu.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which days are worked: Monday to Friday, but for the exceptions of the State Council's notice. */
public final class WorkCalendar {

    private static final int WEEK = 7;
    private static final int WORKED_OF_A_WEEK = 5;

    private final Map<LocalDate, Boolean> offByDay;

    /** What an exception adds to the count of weekdays: -1 for a holiday on a weekday, 1 for a weekend that is worked. */
    private final NavigableMap<LocalDate, Integer> differences = new TreeMap<>();

    /**
     * A calendar with exceptions.
     *
     * @param offByDay the days that differ: true is a holiday, false a make-up working day (调休)
     */
    public WorkCalendar(Map<LocalDate, Boolean> offByDay) {
        this.offByDay = Map.copyOf(offByDay);
        this.offByDay.forEach((day, off) -> {
            if (off == isWeekday(day)) {
                differences.put(day, off ? -1 : 1);
            }
        });
    }

    /** Whether people work on the day. */
    public boolean isWorkingDay(LocalDate day) {
        Boolean off = offByDay.get(day);
        return off == null ? isWeekday(day) : !off;
    }

    /**
     * The working day so many working days after (or, when negative, before) a day. Zero gives the day itself, worked or
     * not.
     *
     * @param from where to start; not counted
     * @param workingDays how many to go
     */
    public LocalDate plusWorkingDays(LocalDate from, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate day = from;
        for (int left = Math.abs(workingDays); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * How many working days lie after one day up to another; negative when the second is earlier, with the same days
     * counted.
     *
     * @param after not counted
     * @param upTo counted, if worked
     */
    public int workingDaysBetween(LocalDate after, LocalDate upTo) {
        if (upTo.isBefore(after)) {
            return -workingDaysBetween(upTo, after);
        }
        int days = Math.toIntExact(ChronoUnit.DAYS.between(after, upTo));
        int worked = days / WEEK * WORKED_OF_A_WEEK;
        for (int rest = days % WEEK; rest > 0; rest--) {
            worked += isWeekday(upTo.minusDays(rest - 1L)) ? 1 : 0;
        }
        for (int difference : differences.subMap(after, false, upTo, true).values()) {
            worked += difference;
        }
        return worked;
    }

    /** The first working day after the day. */
    public LocalDate nextWorkingDay(LocalDate day) {
        return plusWorkingDays(day, 1);
    }

    /** The last working day before the day. */
    public LocalDate previousWorkingDay(LocalDate day) {
        return plusWorkingDays(day, -1);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }
}
