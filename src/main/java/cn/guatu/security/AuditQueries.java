package cn.guatu.security;

import static cn.guatu.jooq.Tables.AUDIT_HEAD;
import static cn.guatu.jooq.Tables.AUDIT_LOG;
import static org.jooq.impl.DSL.noCondition;

import cn.guatu.jooq.tables.records.AuditLogRecord;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads the audit trail. */
@Component
class AuditQueries {

    /** A row with its place in the chain. */
    record Link(AuditEntry entry, String prevHash, String hash) {}

    /** The end of the chain. */
    record Head(long seq, String hash) {}

    private final DSLContext db;

    AuditQueries(DSLContext db) {
        this.db = db;
    }

    /** Newest first. */
    List<AuditEntry> page(AuditFilter filter, int offset, int limit) {
        return db.selectFrom(AUDIT_LOG)
                .where(matches(filter))
                .orderBy(AUDIT_LOG.SEQ.desc())
                .limit(limit)
                .offset(offset)
                .fetch(AuditQueries::entry);
    }

    int count(AuditFilter filter) {
        return db.fetchCount(AUDIT_LOG, matches(filter));
    }

    /** The next rows of the chain after a number, in order. */
    List<Link> chainAfter(long seq, int limit) {
        return db.selectFrom(AUDIT_LOG)
                .where(AUDIT_LOG.SEQ.gt(seq))
                .orderBy(AUDIT_LOG.SEQ)
                .limit(limit)
                .fetch(row -> new Link(entry(row), row.getPrevHash(), row.getHash()));
    }

    Head head() {
        Head head = db.selectFrom(AUDIT_HEAD).fetchOne(row -> new Head(row.getSeq(), row.getHash()));
        return head == null ? new Head(0, AuditChain.START) : head;
    }

    private static AuditEntry entry(AuditLogRecord row) {
        return new AuditEntry(
                row.getSeq(),
                row.getAt(),
                row.getActor(),
                row.getSource(),
                row.getAction(),
                row.getSubject(),
                row.getBeforeState(),
                row.getAfterState());
    }

    private static Condition matches(AuditFilter filter) {
        Condition condition = noCondition();
        String words = filter.words();
        if (words != null && !words.isBlank()) {
            String part = words.strip();
            condition = AUDIT_LOG
                    .ACTOR
                    .containsIgnoreCase(part)
                    .or(AUDIT_LOG.ACTION.containsIgnoreCase(part))
                    .or(AUDIT_LOG.SUBJECT.containsIgnoreCase(part))
                    .or(AUDIT_LOG.SOURCE.contains(part));
        }
        if (filter.from() != null) {
            condition = condition.and(AUDIT_LOG.AT.ge(filter.from()));
        }
        if (filter.until() != null) {
            condition = condition.and(AUDIT_LOG.AT.lt(filter.until()));
        }
        return condition;
    }
}
