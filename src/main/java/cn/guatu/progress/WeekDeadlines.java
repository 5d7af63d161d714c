package cn.guatu.progress;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When reports are due and when a week closes (semantics §12), moved to the working day before when that day is off.
 *
 * @param dueDay 应报
 * @param dueTime in Beijing
 * @param closeDay 截止
 * @param closeTime in Beijing; from then on the week is closed
 */
public record WeekDeadlines(DayOfWeek dueDay, LocalTime dueTime, DayOfWeek closeDay, LocalTime closeTime) {

    /** Thursday 17:00 and Friday 12:00. */
    public static final WeekDeadlines USUAL =
            new WeekDeadlines(DayOfWeek.THURSDAY, LocalTime.of(17, 0), DayOfWeek.FRIDAY, LocalTime.NOON);

    /** When reports of the week are due. */
    public Instant due(ReportingWeek week, WorkCalendar calendar) {
        return at(week, dueDay, dueTime, calendar);
    }

    /** When the week closes. */
    public Instant closes(ReportingWeek week, WorkCalendar calendar) {
        return at(week, closeDay, closeTime, calendar);
    }

    /** Whether the week may be reported on now: from Monday on, or from when the week before has closed. */
    public boolean isOpen(ReportingWeek week, WorkCalendar calendar, Instant now) {
        return !now.isBefore(opens(week, calendar)) && now.isBefore(closes(week, calendar));
    }

    /** The week that is reported on at an instant: the one of the day, and the next one when that has closed. */
    public ReportingWeek current(WorkCalendar calendar, Instant now) {
        ReportingWeek week = ReportingWeek.containing(LocalDate.ofInstant(now, BusinessClock.ZONE));
        return now.isBefore(closes(week, calendar)) ? week : week.next();
    }

    /** From when on the week may be reported on. */
    public Instant opens(ReportingWeek week, WorkCalendar calendar) {
        Instant monday = week.firstDay().atStartOfDay(BusinessClock.ZONE).toInstant();
        Instant formerCloses = closes(week.previous(), calendar);
        return formerCloses.isBefore(monday) ? formerCloses : monday;
    }

    private static Instant at(ReportingWeek week, DayOfWeek day, LocalTime time, WorkCalendar calendar) {
        LocalDate wanted = week.firstDay().plusDays(day.getValue() - 1L);
        LocalDate worked = calendar.isWorkingDay(wanted) ? wanted : calendar.previousWorkingDay(wanted);
        return worked.atTime(time).atZone(BusinessClock.ZONE).toInstant();
    }
}
