package cn.guatu.platform.time;

import static cn.guatu.jooq.Tables.CALENDAR_DAY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the days that differ from an ordinary week. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CalendarStore {

    private final DSLContext sql;

    CalendarStore(DSLContext sql) {
        this.sql = sql;
    }

    void put(List<CalendarException> days) {
        remove(days.stream().map(CalendarException::day).toList());
        days.forEach(day -> sql.insertInto(CALENDAR_DAY)
                .set(CALENDAR_DAY.DAY, day.day())
                .set(CALENDAR_DAY.OFF, day.off())
                .set(CALENDAR_DAY.NAME, day.name())
                .execute());
    }

    void remove(Collection<LocalDate> days) {
        sql.deleteFrom(CALENDAR_DAY).where(CALENDAR_DAY.DAY.in(days)).execute();
    }
}
