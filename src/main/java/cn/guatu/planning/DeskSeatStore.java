package cn.guatu.planning;

import static cn.guatu.jooq.Tables.DESK_SEAT;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says who has the desk open on this server, so that the others can show them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DeskSeatStore {

    private static final int LONGEST_NAME = 128;

    private final DSLContext sql;

    DeskSeatStore(DSLContext sql) {
        this.sql = sql;
    }

    public void seen(String page, int year, String name, Instant at) {
        int known = sql.update(DESK_SEAT)
                .set(DESK_SEAT.SEEN_AT, at)
                .where(DESK_SEAT.PAGE.eq(page))
                .execute();
        if (known == 0) {
            sql.insertInto(DESK_SEAT)
                    .set(DESK_SEAT.PAGE, page)
                    .set(DESK_SEAT.PLAN_YEAR, (short) year)
                    .set(DESK_SEAT.NAME, name.substring(0, Math.min(LONGEST_NAME, name.length())))
                    .set(DESK_SEAT.SEEN_AT, at)
                    .execute();
        }
    }

    public void left(String page) {
        sql.deleteFrom(DESK_SEAT).where(DESK_SEAT.PAGE.eq(page)).execute();
    }

    /** Forgets pages that nobody has spoken of since, of servers that ended without saying so. */
    public void forget(Instant before) {
        sql.deleteFrom(DESK_SEAT).where(DESK_SEAT.SEEN_AT.lt(before)).execute();
    }
}
