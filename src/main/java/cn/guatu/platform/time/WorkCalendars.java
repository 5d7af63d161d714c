package cn.guatu.platform.time;

import org.springframework.stereotype.Service;

/** Gives the calendar of working days as it is kept in the database. */
@Service
public class WorkCalendars {

    private final CalendarQueries queries;

    WorkCalendars(CalendarQueries queries) {
        this.queries = queries;
    }

    /** The calendar as it stands: one small query, so ask once and hand the result on. */
    public WorkCalendar current() {
        return new WorkCalendar(queries.offByDay());
    }
}
