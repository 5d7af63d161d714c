package cn.guatu.progress;

import static cn.guatu.jooq.Tables.EVIDENCE_FILE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads evidence files. */
@Component
class EvidenceQueries {

    private final DSLContext sql;

    EvidenceQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** How many files stand on an item. */
    int count(ReportKey item) {
        return sql.fetchCount(EVIDENCE_FILE, standing(item));
    }

    private static Condition standing(ReportKey item) {
        return EVIDENCE_FILE
                .PHASE_ID
                .eq(item.phase().value())
                .and(EVIDENCE_FILE.NODE_KEY.eq(item.nodeKey()))
                .and(EVIDENCE_FILE.WEEK_START.eq(item.week().firstDay()))
                .and(EVIDENCE_FILE.REMOVED_AT.isNull());
    }
}
