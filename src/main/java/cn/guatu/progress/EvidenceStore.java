package cn.guatu.progress;

import static cn.guatu.jooq.Tables.EVIDENCE_CONTENT;
import static cn.guatu.jooq.Tables.EVIDENCE_FILE;
import static cn.guatu.jooq.Tables.EVIDENCE_PART;
import static cn.guatu.jooq.Tables.EVIDENCE_TICKET;
import static cn.guatu.jooq.Tables.RECOGNITION_EVIDENCE;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes evidence files: contents are only added, once a hash. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class EvidenceStore {

    /** Smaller than the least packet that a server is set to. */
    private static final int PART = 1 << 20;

    private final DSLContext sql;

    EvidenceStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds a content, unless somebody else is adding the same one: then his stands. */
    public void addContent(String sha256, byte[] content, Instant at) {
        int added = sql.insertInto(EVIDENCE_CONTENT)
                .set(EVIDENCE_CONTENT.SHA256, sha256)
                .set(EVIDENCE_CONTENT.SIZE_BYTES, content.length)
                .set(EVIDENCE_CONTENT.STORED_AT, at)
                .onDuplicateKeyIgnore()
                .execute();
        if (added == 0) {
            return;
        }
        for (int position = 0; position * PART < content.length; position++) {
            sql.insertInto(EVIDENCE_PART)
                    .set(EVIDENCE_PART.SHA256, sha256)
                    .set(EVIDENCE_PART.POSITION, position)
                    .set(
                            EVIDENCE_PART.CONTENT,
                            Arrays.copyOfRange(
                                    content, position * PART, Math.min(content.length, (position + 1) * PART)))
                    .execute();
        }
    }

    /** Puts a file on an item. */
    public EvidenceId add(
            ReportKey item, String name, String mediaType, String sha256, int size, String account, Instant at) {
        sql.insertInto(EVIDENCE_FILE)
                .set(EVIDENCE_FILE.WEEK_START, item.week().firstDay())
                .set(EVIDENCE_FILE.PHASE_ID, item.phase().value())
                .set(EVIDENCE_FILE.NODE_KEY, item.nodeKey())
                .set(EVIDENCE_FILE.NAME, name)
                .set(EVIDENCE_FILE.MEDIA_TYPE, mediaType)
                .set(EVIDENCE_FILE.SHA256, sha256)
                .set(EVIDENCE_FILE.SIZE_BYTES, size)
                .set(EVIDENCE_FILE.UPLOADED_BY, account)
                .set(EVIDENCE_FILE.UPLOADED_AT, at)
                .execute();
        return new EvidenceId(sql.lastID().longValueExact());
    }

    /** Takes a file off its item; the row stays. */
    public void remove(EvidenceId id, String account, Instant at) {
        sql.update(EVIDENCE_FILE)
                .set(EVIDENCE_FILE.REMOVED_BY, account)
                .set(EVIDENCE_FILE.REMOVED_AT, at)
                .where(EVIDENCE_FILE.ID.eq(id.value()))
                .and(EVIDENCE_FILE.REMOVED_AT.isNull())
                .execute();
    }

    /** Says which files a row of the ledger stands on. */
    public void link(RecognitionId row, Collection<Long> files) {
        for (Long file : files) {
            sql.insertInto(RECOGNITION_EVIDENCE)
                    .set(RECOGNITION_EVIDENCE.RECOGNITION_ID, row.value())
                    .set(RECOGNITION_EVIDENCE.EVIDENCE_ID, file)
                    .execute();
        }
    }

    /** Adds a link that opens once, and forgets those that are too old. */
    public void addTicket(String tokenHash, EvidenceId file, String account, Instant expires, Instant now) {
        sql.deleteFrom(EVIDENCE_TICKET)
                .where(EVIDENCE_TICKET.EXPIRES_AT.lt(now))
                .execute();
        sql.insertInto(EVIDENCE_TICKET)
                .set(EVIDENCE_TICKET.TOKEN_HASH, tokenHash)
                .set(EVIDENCE_TICKET.EVIDENCE_ID, file.value())
                .set(EVIDENCE_TICKET.ACCOUNT, account)
                .set(EVIDENCE_TICKET.EXPIRES_AT, expires)
                .execute();
    }

    /** Uses a link up; false when somebody was faster. */
    public boolean use(String tokenHash) {
        return sql.deleteFrom(EVIDENCE_TICKET)
                        .where(EVIDENCE_TICKET.TOKEN_HASH.eq(tokenHash))
                        .execute()
                == 1;
    }
}
