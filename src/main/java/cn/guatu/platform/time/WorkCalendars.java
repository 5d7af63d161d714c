package cn.guatu.platform.time;

import cn.guatu.platform.persistence.Remembered;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Gives the calendar of working days as it is kept in the database. */
@Service
public class WorkCalendars {

    private final CalendarQueries queries;
    private final CalendarStore store;
    private final Remembered<WorkCalendar> current;

    WorkCalendars(CalendarQueries queries, CalendarStore store) {
        this.queries = queries;
        this.store = store;
        this.current = new Remembered<>(() -> new WorkCalendar(queries.offByDay()));
    }

    /** The calendar as it stands; remembered, since every report asks for it. */
    public WorkCalendar current() {
        return current.get();
    }

    /** The days of a year that differ from an ordinary week, in order; empty when its notice is not known. */
    public List<CalendarException> exceptions(int year) {
        return queries.exceptions(year);
    }

    /** Writes days down, each in the place of what was known of it; within the transaction of a use case. */
    public void put(List<CalendarException> days) {
        current.changing();
        store.put(days);
    }

    /** Makes days ordinary again; within the transaction of a use case. */
    public void remove(Collection<LocalDate> days) {
        current.changing();
        store.remove(days);
    }
}
