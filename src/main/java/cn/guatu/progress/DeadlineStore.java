package cn.guatu.progress;

import static cn.guatu.jooq.Tables.WEEK_DEADLINE;

import java.time.LocalTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the one row that says when weeks are due and close. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DeadlineStore {

    private static final int SECONDS = 60;

    private final DSLContext sql;

    DeadlineStore(DSLContext sql) {
        this.sql = sql;
    }

    public void save(WeekDeadlines wanted) {
        sql.update(WEEK_DEADLINE)
                .set(WEEK_DEADLINE.DUE_DAY, (byte) wanted.dueDay().getValue())
                .set(WEEK_DEADLINE.DUE_MINUTE, minute(wanted.dueTime()))
                .set(WEEK_DEADLINE.CLOSE_DAY, (byte) wanted.closeDay().getValue())
                .set(WEEK_DEADLINE.CLOSE_MINUTE, minute(wanted.closeTime()))
                .set(WEEK_DEADLINE.VERSION, WEEK_DEADLINE.VERSION.plus(1))
                .execute();
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / SECONDS;
    }
}
