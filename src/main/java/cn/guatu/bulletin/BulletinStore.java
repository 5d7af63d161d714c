package cn.guatu.bulletin;

import static cn.guatu.jooq.Tables.BULLETIN_ISSUE;
import static cn.guatu.jooq.Tables.BULLETIN_PARAGRAPH;
import static cn.guatu.jooq.Tables.BULLETIN_VERSION;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds savings of the text; nothing is ever changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BulletinStore {

    private final DSLContext sql;

    BulletinStore(DSLContext sql) {
        this.sql = sql;
    }

    /** @throws Refusal CONFLICT when the number is taken: somebody else has saved meanwhile */
    public void add(int year, int month, int number, String note, Map<String, String> paragraphs, Recording how) {
        long id;
        try {
            id = sql.insertInto(BULLETIN_VERSION)
                    .set(BULLETIN_VERSION.PLAN_YEAR, (short) year)
                    .set(BULLETIN_VERSION.MONTH, (byte) month)
                    .set(BULLETIN_VERSION.NUMBER, number)
                    .set(BULLETIN_VERSION.NOTE, note)
                    .set(BULLETIN_VERSION.SAVED_BY, how.actor())
                    .set(BULLETIN_VERSION.SAVED_AT, how.at())
                    .returningResult(BULLETIN_VERSION.ID)
                    .fetchSingle()
                    .value1();
        } catch (DuplicateKeyException e) {
            Refusal refusal = Refusal.conflict("这份通报刚被别人保存过，请刷新后在最新的文字上修改。");
            refusal.initCause(e);
            throw refusal;
        }
        paragraphs.forEach((key, text) -> sql.insertInto(BULLETIN_PARAGRAPH)
                .set(BULLETIN_PARAGRAPH.VERSION_ID, id)
                .set(BULLETIN_PARAGRAPH.PARAGRAPH_KEY, key)
                .set(BULLETIN_PARAGRAPH.TEXT, text)
                .execute());
    }

    /** Keeps the text of an edition; the first one that is kept stays. */
    public void keep(int year, int month, int edition, String content, Instant at) {
        sql.insertInto(BULLETIN_ISSUE)
                .set(BULLETIN_ISSUE.PLAN_YEAR, (short) year)
                .set(BULLETIN_ISSUE.MONTH, (byte) month)
                .set(BULLETIN_ISSUE.EDITION, edition)
                .set(BULLETIN_ISSUE.CONTENT, content)
                .set(BULLETIN_ISSUE.KEPT_AT, at)
                .onDuplicateKeyIgnore()
                .execute();
    }
}
