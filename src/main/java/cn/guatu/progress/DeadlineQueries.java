package cn.guatu.progress;

import static cn.guatu.jooq.Tables.WEEK_DEADLINE;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads the one row that says when weeks are due and close. */
@Component
class DeadlineQueries {

    private static final int SECONDS = 60;

    private final DSLContext sql;

    DeadlineQueries(DSLContext sql) {
        this.sql = sql;
    }

    WeekDeadlines setting() {
        return sql.selectFrom(WEEK_DEADLINE)
                .fetchSingle(row -> new WeekDeadlines(
                        DayOfWeek.of(row.getDueDay()),
                        LocalTime.ofSecondOfDay((long) row.getDueMinute() * SECONDS),
                        DayOfWeek.of(row.getCloseDay()),
                        LocalTime.ofSecondOfDay((long) row.getCloseMinute() * SECONDS)));
    }
}
