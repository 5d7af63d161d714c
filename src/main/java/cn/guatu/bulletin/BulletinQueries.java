package cn.guatu.bulletin;

import static cn.guatu.jooq.Tables.BULLETIN_ISSUE;
import static cn.guatu.jooq.Tables.BULLETIN_PARAGRAPH;
import static cn.guatu.jooq.Tables.BULLETIN_VERSION;
import static org.jooq.impl.DSL.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads what people wrote over the generated text. */
@Repository
class BulletinQueries {

    private final DSLContext sql;

    BulletinQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** All savings of a month, the latest first. */
    public List<BulletinVersion> versions(int year, int month) {
        return sql.select(
                        BULLETIN_VERSION.NUMBER,
                        BULLETIN_VERSION.NOTE,
                        BULLETIN_VERSION.SAVED_BY,
                        BULLETIN_VERSION.SAVED_AT,
                        count(BULLETIN_PARAGRAPH.PARAGRAPH_KEY))
                .from(BULLETIN_VERSION)
                .leftJoin(BULLETIN_PARAGRAPH)
                .on(BULLETIN_PARAGRAPH.VERSION_ID.eq(BULLETIN_VERSION.ID))
                .where(BULLETIN_VERSION.PLAN_YEAR.eq((short) year))
                .and(BULLETIN_VERSION.MONTH.eq((byte) month))
                .groupBy(
                        BULLETIN_VERSION.ID,
                        BULLETIN_VERSION.NUMBER,
                        BULLETIN_VERSION.NOTE,
                        BULLETIN_VERSION.SAVED_BY,
                        BULLETIN_VERSION.SAVED_AT)
                .orderBy(BULLETIN_VERSION.NUMBER.desc())
                .fetch(row ->
                        new BulletinVersion(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** The paragraphs of a saving, by key; empty for number 0 and for one that nobody made. */
    public Map<String, String> paragraphs(int year, int month, int number) {
        return sql.select(BULLETIN_PARAGRAPH.PARAGRAPH_KEY, BULLETIN_PARAGRAPH.TEXT)
                .from(BULLETIN_PARAGRAPH)
                .join(BULLETIN_VERSION)
                .on(BULLETIN_VERSION.ID.eq(BULLETIN_PARAGRAPH.VERSION_ID))
                .where(BULLETIN_VERSION.PLAN_YEAR.eq((short) year))
                .and(BULLETIN_VERSION.MONTH.eq((byte) month))
                .and(BULLETIN_VERSION.NUMBER.eq(number))
                .orderBy(BULLETIN_PARAGRAPH.PARAGRAPH_KEY)
                .fetchMap(BULLETIN_PARAGRAPH.PARAGRAPH_KEY, BULLETIN_PARAGRAPH.TEXT);
    }

    /** The kept text of an edition, as JSON. */
    public Optional<String> issue(int year, int month, int edition) {
        return sql.select(BULLETIN_ISSUE.CONTENT)
                .from(BULLETIN_ISSUE)
                .where(BULLETIN_ISSUE.PLAN_YEAR.eq((short) year))
                .and(BULLETIN_ISSUE.MONTH.eq((byte) month))
                .and(BULLETIN_ISSUE.EDITION.eq(edition))
                .fetchOptional(BULLETIN_ISSUE.CONTENT);
    }
}
