package cn.guatu.notification;

import static cn.guatu.jooq.Tables.NOTICE;
import static cn.guatu.jooq.Tables.NOTICE_CHOICE;
import static cn.guatu.jooq.Tables.NOTICE_MESSAGE;
import static cn.guatu.jooq.Tables.NOTICE_OUTBOX;
import static cn.guatu.jooq.Tables.NOTICE_ROBOT;
import static cn.guatu.jooq.Tables.PERSON;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;

import cn.guatu.notification.rule.QuietHours;
import cn.guatu.org.PersonId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what goes out. */
@Repository
class OutboxQueries {

    /** Somebody for whom mail waits; the newest row tells whether it is still pouring in. */
    record Waiting(PersonId person, @Nullable QuietHours quiet, Instant oldest, Instant newest) {}

    /** What waits for a robot. */
    record WaitingPost(long robot, long first, long last, Instant oldest) {}

    private final DSLContext sql;

    OutboxQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<Waiting> mail() {
        return sql.select(
                        NOTICE.PERSON_ID,
                        NOTICE_CHOICE.QUIET_FROM,
                        NOTICE_CHOICE.QUIET_TO,
                        min(NOTICE_OUTBOX.CREATED_AT),
                        max(NOTICE_OUTBOX.CREATED_AT))
                .from(NOTICE_OUTBOX)
                .join(NOTICE)
                .on(NOTICE.ID.eq(NOTICE_OUTBOX.NOTICE_ID))
                .leftJoin(NOTICE_CHOICE)
                .on(NOTICE_CHOICE.PERSON_ID.eq(NOTICE.PERSON_ID))
                .where(NOTICE_OUTBOX.CHANNEL.eq(Channel.MAIL.name()))
                .and(NOTICE_OUTBOX.STATE.eq("WAITING"))
                .and(NOTICE.READ_AT.isNull())
                .groupBy(NOTICE.PERSON_ID, NOTICE_CHOICE.QUIET_FROM, NOTICE_CHOICE.QUIET_TO)
                .orderBy(NOTICE.PERSON_ID)
                .fetch(row -> new Waiting(
                        new PersonId(row.value1()),
                        row.value2() == null || row.value3() == null
                                ? null
                                : new QuietHours(row.value2(), row.value3()),
                        row.value4(),
                        row.value5()));
    }

    /** Which of these keys are taken. */
    java.util.Set<String> gathered(java.util.Collection<String> keys) {
        return sql.select(NOTICE_MESSAGE.MESSAGE_KEY)
                .from(NOTICE_MESSAGE)
                .where(NOTICE_MESSAGE.MESSAGE_KEY.in(keys))
                .fetchSet(NOTICE_MESSAGE.MESSAGE_KEY);
    }

    List<WaitingPost> posts() {
        return sql.select(
                        NOTICE_OUTBOX.ROBOT_ID,
                        min(NOTICE_OUTBOX.ID),
                        max(NOTICE_OUTBOX.ID),
                        min(NOTICE_OUTBOX.CREATED_AT))
                .from(NOTICE_OUTBOX)
                .join(NOTICE_ROBOT)
                .on(NOTICE_ROBOT.ID.eq(NOTICE_OUTBOX.ROBOT_ID))
                .where(NOTICE_OUTBOX.CHANNEL.eq(Channel.ROBOT.name()))
                .and(NOTICE_OUTBOX.STATE.eq("WAITING"))
                .and(NOTICE_ROBOT.ENABLED.isTrue())
                .groupBy(NOTICE_OUTBOX.ROBOT_ID)
                .orderBy(NOTICE_OUTBOX.ROBOT_ID)
                .fetch(row -> new WaitingPost(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    List<Long> claimable(Channel channel, Instant now, int limit) {
        return sql.select(NOTICE_MESSAGE.ID)
                .from(NOTICE_MESSAGE)
                .where(OutboxStore.claimable(now))
                .and(NOTICE_MESSAGE.CHANNEL.eq(channel.name()))
                .orderBy(NOTICE_MESSAGE.NEXT_AT, NOTICE_MESSAGE.ID)
                .limit(limit)
                .fetch(NOTICE_MESSAGE.ID);
    }

    /** A message that this fence holds; empty when it has passed on. */
    Optional<Outgoing> held(long message, String fence) {
        return sql.select(NOTICE_MESSAGE.fields())
                .select(PERSON.NAME, PERSON.EMAIL)
                .select(NOTICE_ROBOT.KIND, NOTICE_ROBOT.URL, NOTICE_ROBOT.SECRET)
                .from(NOTICE_MESSAGE)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(NOTICE_MESSAGE.PERSON_ID))
                .leftJoin(NOTICE_ROBOT)
                .on(NOTICE_ROBOT.ID.eq(NOTICE_MESSAGE.ROBOT_ID))
                .where(NOTICE_MESSAGE.ID.eq(message))
                .and(NOTICE_MESSAGE.FENCE.eq(fence))
                .and(NOTICE_MESSAGE.STATE.eq(MessageState.SENDING.name()))
                .fetchOptional(row -> {
                    Long person = row.get(NOTICE_MESSAGE.PERSON_ID);
                    String kind = row.get(NOTICE_ROBOT.KIND);
                    return new Outgoing(
                            message,
                            row.get(NOTICE_MESSAGE.MESSAGE_KEY),
                            Channel.valueOf(row.get(NOTICE_MESSAGE.CHANNEL)),
                            person == null ? null : new PersonId(person),
                            Objects.requireNonNullElse(row.get(PERSON.NAME), ""),
                            Objects.requireNonNullElse(row.get(PERSON.EMAIL), ""),
                            kind == null
                                    ? null
                                    : new Outgoing.RobotAddress(
                                            RobotKind.valueOf(kind),
                                            row.get(NOTICE_ROBOT.URL),
                                            row.get(NOTICE_ROBOT.SECRET)),
                            row.get(NOTICE_MESSAGE.ATTEMPTS),
                            fence,
                            notices(message));
                });
    }

    private List<Notice> notices(long message) {
        return sql.select(NOTICE.fields())
                .from(NOTICE_OUTBOX)
                .join(NOTICE)
                .on(NOTICE.ID.eq(NOTICE_OUTBOX.NOTICE_ID))
                .where(NOTICE_OUTBOX.MESSAGE_ID.eq(message))
                .orderBy(NOTICE.ID.desc())
                .fetchInto(NOTICE)
                .map(NoticeQueries::toNotice);
    }

    /** A page of messages, the latest first. */
    List<Message> page(@Nullable MessageState state, int offset, int limit) {
        Field<Integer> notices =
                field(selectCount().from(NOTICE_OUTBOX).where(NOTICE_OUTBOX.MESSAGE_ID.eq(NOTICE_MESSAGE.ID)));
        return sql.select(NOTICE_MESSAGE.fields())
                .select(PERSON.NAME, NOTICE_ROBOT.NAME, notices)
                .from(NOTICE_MESSAGE)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(NOTICE_MESSAGE.PERSON_ID))
                .leftJoin(NOTICE_ROBOT)
                .on(NOTICE_ROBOT.ID.eq(NOTICE_MESSAGE.ROBOT_ID))
                .where(state == null ? noCondition() : NOTICE_MESSAGE.STATE.eq(state.name()))
                .orderBy(NOTICE_MESSAGE.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(row -> new Message(
                        row.get(NOTICE_MESSAGE.ID),
                        row.get(NOTICE_MESSAGE.MESSAGE_KEY),
                        Channel.valueOf(row.get(NOTICE_MESSAGE.CHANNEL)),
                        Objects.requireNonNullElse(
                                row.get(PERSON.NAME), Objects.requireNonNullElse(row.get(NOTICE_ROBOT.NAME), "")),
                        MessageState.valueOf(row.get(NOTICE_MESSAGE.STATE)),
                        row.get(notices),
                        row.get(NOTICE_MESSAGE.ATTEMPTS),
                        row.get(NOTICE_MESSAGE.NEXT_AT),
                        row.get(NOTICE_MESSAGE.LAST_ERROR),
                        row.get(NOTICE_MESSAGE.CREATED_AT),
                        row.get(NOTICE_MESSAGE.SENT_AT)));
    }

    /** How many messages are in each state; none: no entry. */
    Map<MessageState, Integer> counts() {
        Map<MessageState, Integer> counts = new EnumMap<>(MessageState.class);
        sql.select(NOTICE_MESSAGE.STATE, count())
                .from(NOTICE_MESSAGE)
                .groupBy(NOTICE_MESSAGE.STATE)
                .forEach(row -> counts.put(MessageState.valueOf(row.value1()), row.value2()));
        return counts;
    }
}
