package cn.guatu.platform.time;

import static cn.guatu.jooq.Tables.CALENDAR_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads the days that differ from an ordinary week. */
@Component
class CalendarQueries {

    private final DSLContext sql;

    CalendarQueries(DSLContext sql) {
        this.sql = sql;
    }

    Map<LocalDate, Boolean> offByDay() {
        return sql.select(CALENDAR_DAY.DAY, CALENDAR_DAY.OFF)
                .from(CALENDAR_DAY)
                .fetchMap(CALENDAR_DAY.DAY, CALENDAR_DAY.OFF);
    }

    List<CalendarException> exceptions(int year) {
        return sql.select(CALENDAR_DAY.DAY, CALENDAR_DAY.OFF, CALENDAR_DAY.NAME)
                .from(CALENDAR_DAY)
                .where(CALENDAR_DAY.DAY.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .orderBy(CALENDAR_DAY.DAY)
                .fetch(row -> new CalendarException(row.value1(), row.value2(), row.value3()));
    }
}
