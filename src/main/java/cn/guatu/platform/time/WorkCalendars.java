package cn.guatu.platform.time;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Gives the calendar of working days as it is kept in the database. */
@Service
public class WorkCalendars {

    private final CalendarQueries queries;
    private final CalendarStore store;

    WorkCalendars(CalendarQueries queries, CalendarStore store) {
        this.queries = queries;
        this.store = store;
    }

    /** The calendar as it stands: one small query, so ask once and hand the result on. */
    public WorkCalendar current() {
        return new WorkCalendar(queries.offByDay());
    }

    /** The days of a year that differ from an ordinary week, in order; empty when its notice is not known. */
    public List<CalendarException> exceptions(int year) {
        return queries.exceptions(year);
    }

    /** Writes days down, each in the place of what was known of it; within the transaction of a use case. */
    public void put(List<CalendarException> days) {
        store.put(days);
    }

    /** Makes days ordinary again; within the transaction of a use case. */
    public void remove(Collection<LocalDate> days) {
        store.remove(days);
    }
}
