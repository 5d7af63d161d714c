package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.CALENDAR_FEED;
import static cn.guatu.jooq.Tables.PERSON;

import cn.guatu.org.PersonId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads the secret addresses of calendar feeds, by their hash. */
@Repository
class CalendarFeedQueries {

    private final DSLContext sql;

    CalendarFeedQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Whose feed it is; empty for an unknown secret and for somebody who has left. */
    Optional<PersonId> person(String hash) {
        return sql.select(PERSON.ID)
                .from(CALENDAR_FEED)
                .join(PERSON)
                .on(PERSON.ID.eq(CALENDAR_FEED.PERSON_ID))
                .where(CALENDAR_FEED.SECRET_HASH.eq(hash))
                .and(PERSON.ACTIVE.isTrue())
                .fetchOptional(row -> new PersonId(row.value1()));
    }

    boolean has(PersonId person) {
        return sql.fetchExists(CALENDAR_FEED, CALENDAR_FEED.PERSON_ID.eq(person.value()));
    }
}
