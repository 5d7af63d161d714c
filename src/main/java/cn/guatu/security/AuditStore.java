package cn.guatu.security;

import static cn.guatu.jooq.Tables.AUDIT_HEAD;
import static cn.guatu.jooq.Tables.AUDIT_LOG;

import cn.guatu.jooq.tables.records.AuditHeadRecord;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds to the audit trail; nothing here changes or removes a row. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AuditStore {

    private final DSLContext db;

    AuditStore(DSLContext db) {
        this.db = db;
    }

    /** Takes the turn, held until commit, and adds the row that is made for the next number. */
    void append(LongFunction<AuditEntry> row) {
        AuditHeadRecord head = db.selectFrom(AUDIT_HEAD).forUpdate().fetchOne();
        if (head == null) {
            db.insertInto(AUDIT_HEAD)
                    .set(AUDIT_HEAD.ID, (byte) 1)
                    .set(AUDIT_HEAD.SEQ, 0L)
                    .set(AUDIT_HEAD.HASH, AuditChain.START)
                    .onDuplicateKeyIgnore()
                    .execute();
            head = db.selectFrom(AUDIT_HEAD).forUpdate().fetchSingle();
        }
        AuditEntry entry = row.apply(head.getSeq() + 1);
        String hash = AuditChain.hash(entry, head.getHash());
        db.insertInto(AUDIT_LOG)
                .set(AUDIT_LOG.SEQ, entry.seq())
                .set(AUDIT_LOG.AT, entry.at())
                .set(AUDIT_LOG.ACTOR, entry.actor())
                .set(AUDIT_LOG.SOURCE, entry.source())
                .set(AUDIT_LOG.ACTION, entry.action())
                .set(AUDIT_LOG.SUBJECT, entry.subject())
                .set(AUDIT_LOG.BEFORE_STATE, entry.before())
                .set(AUDIT_LOG.AFTER_STATE, entry.after())
                .set(AUDIT_LOG.PREV_HASH, head.getHash())
                .set(AUDIT_LOG.HASH, hash)
                .execute();
        db.update(AUDIT_HEAD)
                .set(AUDIT_HEAD.SEQ, entry.seq())
                .set(AUDIT_HEAD.HASH, hash)
                .where(AUDIT_HEAD.ID.eq(head.getId()))
                .execute();
    }
}
