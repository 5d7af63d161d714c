package cn.guatu.notification;

import static cn.guatu.jooq.Tables.NOTICE;
import static cn.guatu.jooq.Tables.USER_ACCOUNT;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

import cn.guatu.jooq.tables.records.NoticeRecord;
import cn.guatu.org.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads notices. */
@Repository
class NoticeQueries {

    private final DSLContext sql;

    NoticeQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Who signs in with the account; empty for one without a person. */
    Optional<PersonId> person(long account) {
        return sql.select(USER_ACCOUNT.PERSON_ID)
                .from(USER_ACCOUNT)
                .where(USER_ACCOUNT.ID.eq(account))
                .and(USER_ACCOUNT.PERSON_ID.isNotNull())
                .fetchOptional(row -> new PersonId(row.value1()));
    }

    /** A page of a person's notices, latest first. */
    List<Notice> page(PersonId person, boolean unreadOnly, @Nullable NoticeKind kind, int offset, int limit) {
        return sql.selectFrom(NOTICE)
                .where(which(person, unreadOnly, kind))
                .orderBy(NOTICE.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(NoticeQueries::toNotice);
    }

    int count(PersonId person, boolean unreadOnly, @Nullable NoticeKind kind) {
        return sql.fetchCount(NOTICE, which(person, unreadOnly, kind));
    }

    /** What these people have not read; who has read everything is left out. */
    Map<PersonId, Unread> unread(Collection<PersonId> people) {
        Map<PersonId, Unread> unread = new HashMap<>();
        sql.select(NOTICE.PERSON_ID, DSL.count(), max(NOTICE.ID))
                .from(NOTICE)
                .where(NOTICE.PERSON_ID.in(people.stream().map(PersonId::value).toList()))
                .and(NOTICE.READ_AT.isNull())
                .groupBy(NOTICE.PERSON_ID)
                .forEach(row -> unread.put(new PersonId(row.value1()), new Unread(row.value2(), row.value3())));
        return unread;
    }

    static Notice toNotice(NoticeRecord row) {
        return new Notice(
                row.getId(),
                NoticeKind.valueOf(row.getKind()),
                Urgency.valueOf(row.getUrgency()),
                row.getTitle(),
                row.getBody(),
                row.getLink(),
                row.getCreatedAt(),
                row.getReadAt());
    }

    private static Condition which(PersonId person, boolean unreadOnly, @Nullable NoticeKind kind) {
        return NOTICE.PERSON_ID
                .eq(person.value())
                .and(unreadOnly ? NOTICE.READ_AT.isNull() : noCondition())
                .and(kind == null ? noCondition() : NOTICE.KIND.eq(kind.name()));
    }
}
