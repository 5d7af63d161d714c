package cn.guatu.notification;

import static cn.guatu.jooq.Tables.NOTICE;
import static cn.guatu.jooq.Tables.NOTICE_CHOICE;
import static cn.guatu.jooq.Tables.NOTICE_OUTBOX;
import static cn.guatu.jooq.Tables.NOTICE_ROBOT;
import static cn.guatu.jooq.Tables.PERSON;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import cn.guatu.org.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes notices and what goes out with them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class NoticeStore {

    private final DSLContext sql;

    NoticeStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Which of the keys have been used. */
    Set<String> existing(Collection<String> keys) {
        return sql.select(NOTICE.NOTICE_KEY)
                .from(NOTICE)
                .where(NOTICE.NOTICE_KEY.in(keys))
                .fetchSet(NOTICE.NOTICE_KEY);
    }

    /** All or none of them. @return false when one was raised meanwhile; the transaction goes on */
    boolean insert(List<NoticeData> notices, Instant at) {
        var insert = sql.insertInto(
                NOTICE,
                NOTICE.NOTICE_KEY,
                NOTICE.PERSON_ID,
                NOTICE.KIND,
                NOTICE.URGENCY,
                NOTICE.TITLE,
                NOTICE.BODY,
                NOTICE.LINK,
                NOTICE.CREATED_AT);
        for (NoticeData notice : notices) {
            insert = insert.values(
                    notice.key(),
                    notice.to().value(),
                    notice.kind().name(),
                    notice.urgency().name(),
                    notice.title(),
                    notice.body(),
                    notice.link(),
                    at);
        }
        try {
            insert.execute();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /** A row for each way out of each new notice: the person's mail, and the robots of his unit or of all that pass on what is so urgent. */
    void writeOutbox(List<String> keys, Instant at) {
        sql.insertInto(
                        NOTICE_OUTBOX,
                        NOTICE_OUTBOX.NOTICE_ID,
                        NOTICE_OUTBOX.CHANNEL,
                        NOTICE_OUTBOX.ROBOT_ID,
                        NOTICE_OUTBOX.STATE,
                        NOTICE_OUTBOX.CREATED_AT)
                .select(sql.select(
                                NOTICE.ID,
                                inline("MAIL"),
                                inline(0L),
                                inline("WAITING"),
                                val(at, NOTICE_OUTBOX.CREATED_AT))
                        .from(NOTICE)
                        .join(PERSON)
                        .on(PERSON.ID.eq(NOTICE.PERSON_ID))
                        .leftJoin(NOTICE_CHOICE)
                        .on(NOTICE_CHOICE.PERSON_ID.eq(PERSON.ID))
                        .where(NOTICE.NOTICE_KEY.in(keys))
                        .and(PERSON.ACTIVE.isTrue())
                        .and(PERSON.EMAIL.isNotNull())
                        .and(NOTICE_CHOICE.MAIL.isNull().or(NOTICE_CHOICE.MAIL.isTrue())))
                .execute();
        if (!sql.fetchExists(NOTICE_ROBOT, NOTICE_ROBOT.ENABLED.isTrue())) {
            return;
        }
        sql.insertInto(
                        NOTICE_OUTBOX,
                        NOTICE_OUTBOX.NOTICE_ID,
                        NOTICE_OUTBOX.CHANNEL,
                        NOTICE_OUTBOX.ROBOT_ID,
                        NOTICE_OUTBOX.STATE,
                        NOTICE_OUTBOX.CREATED_AT)
                .select(sql.select(
                                NOTICE.ID,
                                inline("ROBOT"),
                                NOTICE_ROBOT.ID,
                                inline("WAITING"),
                                val(at, NOTICE_OUTBOX.CREATED_AT))
                        .from(NOTICE)
                        .join(PERSON)
                        .on(PERSON.ID.eq(NOTICE.PERSON_ID))
                        .join(NOTICE_ROBOT)
                        .on(NOTICE_ROBOT.UNIT_ID.isNull().or(NOTICE_ROBOT.UNIT_ID.eq(PERSON.UNIT_ID)))
                        .leftJoin(NOTICE_CHOICE)
                        .on(NOTICE_CHOICE.PERSON_ID.eq(PERSON.ID))
                        .where(NOTICE.NOTICE_KEY.in(keys))
                        .and(NOTICE_ROBOT.ENABLED.isTrue())
                        .and(passesOn())
                        .and(NOTICE_CHOICE.ROBOTS.isNull().or(NOTICE_CHOICE.ROBOTS.isTrue())))
                .execute();
    }

    /** Marks a notice of the person as read. @return false when it was, or is not his */
    boolean read(PersonId person, long notice, Instant at) {
        return sql.update(NOTICE)
                        .set(NOTICE.READ_AT, at)
                        .where(NOTICE.ID.eq(notice))
                        .and(NOTICE.PERSON_ID.eq(person.value()))
                        .and(NOTICE.READ_AT.isNull())
                        .execute()
                == 1;
    }

    /** Marks the person's notices up to this one as read. @return how many were not */
    int readUpTo(PersonId person, long latest, Instant at) {
        return sql.update(NOTICE)
                .set(NOTICE.READ_AT, at)
                .where(NOTICE.PERSON_ID.eq(person.value()))
                .and(NOTICE.READ_AT.isNull())
                .and(NOTICE.ID.le(latest))
                .execute();
    }

    /** Marks the person's notices that lead to a place as read. @return how many were not */
    int readAbout(PersonId person, String link, Instant at) {
        return sql.update(NOTICE)
                .set(NOTICE.READ_AT, at)
                .where(NOTICE.PERSON_ID.eq(person.value()))
                .and(NOTICE.READ_AT.isNull())
                .and(NOTICE.LINK.eq(link))
                .execute();
    }

    /** The notice is at least as urgent as the robot was set to. */
    private static Condition passesOn() {
        return NOTICE_ROBOT
                .LEAST_URGENCY
                .eq(Urgency.INFO.name())
                .or(NOTICE.URGENCY.eq(Urgency.URGENT.name()))
                .or(NOTICE_ROBOT.LEAST_URGENCY.eq(NOTICE.URGENCY));
    }
}
