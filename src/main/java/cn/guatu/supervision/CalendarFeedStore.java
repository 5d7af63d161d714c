package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.CALENDAR_FEED;

import cn.guatu.org.PersonId;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the secret addresses of calendar feeds, as hashes. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CalendarFeedStore {

    private final DSLContext sql;

    CalendarFeedStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A new secret ends the old one. */
    void put(PersonId person, String hash, Instant at) {
        remove(person);
        sql.insertInto(CALENDAR_FEED)
                .set(CALENDAR_FEED.PERSON_ID, person.value())
                .set(CALENDAR_FEED.SECRET_HASH, hash)
                .set(CALENDAR_FEED.CREATED_AT, at)
                .execute();
    }

    void remove(PersonId person) {
        sql.deleteFrom(CALENDAR_FEED)
                .where(CALENDAR_FEED.PERSON_ID.eq(person.value()))
                .execute();
    }
}
