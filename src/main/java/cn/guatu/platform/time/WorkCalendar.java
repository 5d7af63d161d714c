package cn.guatu.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/** Which days are worked: Monday to Friday, but for the exceptions of the State Council's notice. */
public final class WorkCalendar {

    private final Map<LocalDate, Boolean> offByDay;

    /**
     * A calendar with exceptions.
     *
     * @param offByDay the days that differ: true is a holiday, false a make-up working day (调休)
     */
    public WorkCalendar(Map<LocalDate, Boolean> offByDay) {
        this.offByDay = Map.copyOf(offByDay);
    }

    /** Whether people work on the day. */
    public boolean isWorkingDay(LocalDate day) {
        Boolean off = offByDay.get(day);
        return off == null ? day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() : !off;
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
        return (int) after.plusDays(1)
                .datesUntil(upTo.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The first working day after the day. */
    public LocalDate nextWorkingDay(LocalDate day) {
        return plusWorkingDays(day, 1);
    }

    /** The last working day before the day. */
    public LocalDate previousWorkingDay(LocalDate day) {
        return plusWorkingDays(day, -1);
    }
}
