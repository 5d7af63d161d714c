package cn.guatu.notification;

import static cn.guatu.jooq.Tables.NOTICE;
import static cn.guatu.jooq.Tables.NOTICE_MESSAGE;
import static cn.guatu.jooq.Tables.NOTICE_OUTBOX;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import cn.guatu.org.PersonId;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers outbox rows into messages, and moves the messages. Every move of a held message names its fence. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OutboxStore {

    private static final int LONGEST_ERROR = 500;

    private final DSLContext sql;

    OutboxStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes the digest of a person out of what he has not read. @return false when he has one with this key, or nothing is left */
    boolean gatherMail(String key, PersonId person, Instant now) {
        Condition his = NOTICE_OUTBOX
                .CHANNEL
                .eq(Channel.MAIL.name())
                .and(NOTICE_OUTBOX.STATE.eq("WAITING"))
                .and(exists(selectOne()
                        .from(NOTICE)
                        .where(NOTICE.ID.eq(NOTICE_OUTBOX.NOTICE_ID))
                        .and(NOTICE.PERSON_ID.eq(person.value()))));
        Condition read = exists(selectOne()
                .from(NOTICE)
                .where(NOTICE.ID.eq(NOTICE_OUTBOX.NOTICE_ID))
                .and(NOTICE.READ_AT.isNotNull()));
        sql.update(NOTICE_OUTBOX)
                .set(NOTICE_OUTBOX.STATE, "SKIPPED")
                .where(his)
                .and(read)
                .execute();
        if (!sql.fetchExists(NOTICE_OUTBOX, his)) {
            return false;
        }
        Long message = insert(key, Channel.MAIL, person.value(), null, now);
        if (message == null) {
            return false;
        }
        return sql.update(NOTICE_OUTBOX)
                        .set(NOTICE_OUTBOX.STATE, "GATHERED")
                        .set(NOTICE_OUTBOX.MESSAGE_ID, message)
                        .where(his)
                        .execute()
                > 0;
    }

    /** Makes a post of what waits for a robot up to an outbox row. @return false when another server was faster */
    boolean gatherPost(long robot, long first, long last, Instant now) {
        Long message = insert("robot:" + robot + ":" + first, Channel.ROBOT, null, robot, now);
        if (message == null) {
            return false;
        }
        return sql.update(NOTICE_OUTBOX)
                        .set(NOTICE_OUTBOX.STATE, "GATHERED")
                        .set(NOTICE_OUTBOX.MESSAGE_ID, message)
                        .where(NOTICE_OUTBOX.CHANNEL.eq(Channel.ROBOT.name()))
                        .and(NOTICE_OUTBOX.STATE.eq("WAITING"))
                        .and(NOTICE_OUTBOX.ROBOT_ID.eq(robot))
                        .and(NOTICE_OUTBOX.ID.le(last))
                        .execute()
                > 0;
    }

    private @Nullable Long insert(
            String key, Channel channel, @Nullable Long person, @Nullable Long robot, Instant now) {
        try {
            return sql.insertInto(NOTICE_MESSAGE)
                    .set(NOTICE_MESSAGE.MESSAGE_KEY, key)
                    .set(NOTICE_MESSAGE.CHANNEL, channel.name())
                    .set(NOTICE_MESSAGE.PERSON_ID, person)
                    .set(NOTICE_MESSAGE.ROBOT_ID, robot)
                    .set(NOTICE_MESSAGE.STATE, MessageState.WAITING.name())
                    .set(NOTICE_MESSAGE.ATTEMPTS, 0)
                    .set(NOTICE_MESSAGE.NEXT_AT, now)
                    .set(NOTICE_MESSAGE.HANDING_OVER, false)
                    .set(NOTICE_MESSAGE.CREATED_AT, now)
                    .returningResult(NOTICE_MESSAGE.ID)
                    .fetchSingle()
                    .value1();
        } catch (DuplicateKeyException _) {
            return null;
        }
    }

    /** Calls those doubtful whose holder was lost while handing them over. @return how many */
    int markLost(Instant now) {
        return sql.update(NOTICE_MESSAGE)
                .set(NOTICE_MESSAGE.STATE, MessageState.DOUBTFUL.name())
                .set(NOTICE_MESSAGE.LAST_ERROR, "发送途中服务器中断,对方可能已收到。")
                .where(NOTICE_MESSAGE.STATE.eq(MessageState.SENDING.name()))
                .and(NOTICE_MESSAGE.HANDING_OVER.isTrue())
                .and(NOTICE_MESSAGE.LEASE_UNTIL.lt(now))
                .execute();
    }

    /** Takes a message that waits, or whose holder was lost before he began. @return false when another server has it */
    boolean claim(long message, String fence, Instant now, Instant until) {
        return sql.update(NOTICE_MESSAGE)
                        .set(NOTICE_MESSAGE.STATE, MessageState.SENDING.name())
                        .set(NOTICE_MESSAGE.FENCE, fence)
                        .set(NOTICE_MESSAGE.LEASE_UNTIL, until)
                        .set(NOTICE_MESSAGE.ATTEMPTS, NOTICE_MESSAGE.ATTEMPTS.plus(1))
                        .where(NOTICE_MESSAGE.ID.eq(message))
                        .and(claimable(now))
                        .execute()
                == 1;
    }

    static Condition claimable(Instant now) {
        return NOTICE_MESSAGE
                .STATE
                .eq(MessageState.WAITING.name())
                .and(NOTICE_MESSAGE.NEXT_AT.le(now))
                .or(NOTICE_MESSAGE
                        .STATE
                        .eq(MessageState.SENDING.name())
                        .and(NOTICE_MESSAGE.HANDING_OVER.isFalse())
                        .and(NOTICE_MESSAGE.LEASE_UNTIL.lt(now)));
    }

    /** Says that it is being handed over from now on. @return false when it is no longer this holder's */
    boolean beginHandingOver(long message, String fence, Instant until) {
        return sql.update(NOTICE_MESSAGE)
                        .set(NOTICE_MESSAGE.HANDING_OVER, true)
                        .set(NOTICE_MESSAGE.LEASE_UNTIL, until)
                        .where(held(message, fence))
                        .execute()
                == 1;
    }

    /** Says what became of it. @return false when it is no longer this holder's */
    boolean finish(
            long message,
            String fence,
            MessageState state,
            Instant nextAt,
            @Nullable String error,
            @Nullable Instant sentAt) {
        return sql.update(NOTICE_MESSAGE)
                        .set(NOTICE_MESSAGE.STATE, state.name())
                        .set(NOTICE_MESSAGE.NEXT_AT, nextAt)
                        .set(NOTICE_MESSAGE.LAST_ERROR, cut(error))
                        .set(NOTICE_MESSAGE.SENT_AT, sentAt)
                        .set(NOTICE_MESSAGE.HANDING_OVER, false)
                        .where(held(message, fence))
                        .execute()
                == 1;
    }

    /** Lets a failed or doubtful message be tried again. @return false when it is neither */
    boolean retry(long message, Instant now) {
        return decide(message, MessageState.WAITING, now, null);
    }

    /** Calls a doubtful message sent, because somebody has looked. @return false when it is not doubtful or failed */
    boolean confirm(long message, Instant now) {
        return decide(message, MessageState.SENT, now, now);
    }

    private boolean decide(long message, MessageState state, Instant now, @Nullable Instant sentAt) {
        return sql.update(NOTICE_MESSAGE)
                        .set(NOTICE_MESSAGE.STATE, state.name())
                        .set(NOTICE_MESSAGE.NEXT_AT, now)
                        .set(NOTICE_MESSAGE.SENT_AT, sentAt)
                        .set(NOTICE_MESSAGE.HANDING_OVER, false)
                        .where(NOTICE_MESSAGE.ID.eq(message))
                        .and(NOTICE_MESSAGE.STATE.in(MessageState.FAILED.name(), MessageState.DOUBTFUL.name()))
                        .execute()
                == 1;
    }

    private static Condition held(long message, String fence) {
        return NOTICE_MESSAGE
                .ID
                .eq(message)
                .and(NOTICE_MESSAGE.STATE.eq(MessageState.SENDING.name()))
                .and(NOTICE_MESSAGE.FENCE.eq(fence));
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
    }
}
