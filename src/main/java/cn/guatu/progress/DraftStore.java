package cn.guatu.progress;

import static cn.guatu.jooq.Tables.REPORT_DRAFT;

import cn.guatu.jooq.tables.records.ReportDraftRecord;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what is typed and not yet submitted. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DraftStore {

    private final DSLContext sql;

    DraftStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Keeps the draft in the place of the one before. */
    public void save(String account, ReportKey item, Draft draft, Instant at) {
        ReportDraftRecord row = new ReportDraftRecord();
        row.setBaseVersion(draft.baseVersion());
        row.setCumulative(draft.cumulative());
        row.setDenominator(draft.denominator());
        row.setCompletedOn(draft.completedOn());
        row.setEvidence(draft.evidence());
        row.setReason(draft.reason());
        row.setProgress(draft.progress());
        row.setNextSteps(draft.nextSteps());
        row.setDifficulty(draft.difficulty());
        row.setForecast(draft.forecast());
        row.setSavedAt(at);
        int kept = sql.update(REPORT_DRAFT).set(row).where(is(account, item)).execute();
        if (kept == 0) {
            row.setAccount(account);
            row.setWeekStart(item.week().firstDay());
            row.setPhaseId(item.phase().value());
            row.setNodeKey(item.nodeKey());
            sql.insertInto(REPORT_DRAFT).set(row).onDuplicateKeyIgnore().execute();
        }
    }

    /** Removes the draft of an item, if there is one. */
    public void discard(String account, ReportKey item) {
        sql.deleteFrom(REPORT_DRAFT).where(is(account, item)).execute();
    }

    private static Condition is(String account, ReportKey item) {
        return REPORT_DRAFT
                .ACCOUNT
                .eq(account)
                .and(REPORT_DRAFT.WEEK_START.eq(item.week().firstDay()))
                .and(REPORT_DRAFT.PHASE_ID.eq(item.phase().value()))
                .and(REPORT_DRAFT.NODE_KEY.eq(item.nodeKey()));
    }
}
