package cn.guatu.progress;

import static cn.guatu.jooq.Tables.REPORT_REOPENING;
import static cn.guatu.jooq.Tables.REPORT_REQUEST;
import static cn.guatu.jooq.Tables.REPORT_STEP;
import static cn.guatu.jooq.Tables.WEEKLY_REPORT;

import cn.guatu.jooq.tables.records.ReportStepRecord;
import cn.guatu.jooq.tables.records.WeeklyReportRecord;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what is asked, reports and their steps. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReportStore {

    private static final int CHUNK = 1_000;

    private final DSLContext sql;

    ReportStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds what is not asked yet; returns how many. */
    public int ask(int year, ReportingWeek week, List<Ask> asks, Recording how) {
        int added = 0;
        for (int from = 0; from < asks.size(); from += CHUNK) {
            var insert = sql.insertInto(
                    REPORT_REQUEST,
                    REPORT_REQUEST.PLAN_YEAR,
                    REPORT_REQUEST.WEEK_START,
                    REPORT_REQUEST.PHASE_ID,
                    REPORT_REQUEST.NODE_KEY,
                    REPORT_REQUEST.NODE_ID,
                    REPORT_REQUEST.OWNER_ID,
                    REPORT_REQUEST.REASON,
                    REPORT_REQUEST.ASKED_BY,
                    REPORT_REQUEST.ASKED_AT);
            for (Ask ask : asks.subList(from, Math.min(asks.size(), from + CHUNK))) {
                Long node = ask.node() == null ? null : ask.node().value();
                insert = insert.values(
                        (short) year,
                        week.firstDay(),
                        ask.phase().value(),
                        node == null ? 0L : node,
                        node,
                        ask.owner() == null ? null : ask.owner().value(),
                        ask.reason(),
                        how.actor(),
                        how.at());
            }
            added += insert.onDuplicateKeyIgnore().execute();
        }
        return added;
    }

    /** Adds the first report of an item; empty when somebody was faster, and nothing was written. */
    public Optional<ReportId> insert(Submitted wanted, Recording how) {
        WeeklyReportRecord row = new WeeklyReportRecord();
        ReportKey item = wanted.item();
        row.setPlanYear((short) wanted.year());
        row.setWeekStart(item.week().firstDay());
        row.setPhaseId(item.phase().value());
        row.setNodeKey(item.nodeKey());
        row.setNodeId(item.node() == null ? null : item.node().value());
        row.setReturnedTimes(0);
        row.setVersion(1);
        submitted(row, wanted, how);
        return sql.insertInto(WEEKLY_REPORT)
                .set(row)
                .onDuplicateKeyIgnore()
                .returningResult(WEEKLY_REPORT.ID)
                .fetchOptional(added -> new ReportId(added.value1()));
    }

    /** Replaces what was said; false when the report has not this version any more. */
    public boolean replace(ReportId id, int version, Submitted wanted, Recording how) {
        WeeklyReportRecord row = new WeeklyReportRecord();
        row.setVersion(version + 1);
        submitted(row, wanted, how);
        return update(id, version, row);
    }

    /** Sets the report back to a draft; false when it has not this version any more. */
    public boolean withdraw(ReportId id, int version) {
        WeeklyReportRecord row = new WeeklyReportRecord();
        row.setState(ReportState.DRAFT.name());
        row.setVersion(version + 1);
        return update(id, version, row);
    }

    /** Returns the report; false when it has not this version any more. */
    public boolean sendBack(ReportId id, int version, String reason, Recording how) {
        WeeklyReportRecord row = new WeeklyReportRecord();
        row.setState(ReportState.RETURNED.name());
        row.setVersion(version + 1);
        row.setReviewedBy(how.actor());
        row.setReviewedAt(how.at());
        row.setReturnReason(reason);
        return sql.update(WEEKLY_REPORT)
                        .set(row)
                        .set(WEEKLY_REPORT.RETURNED_TIMES, WEEKLY_REPORT.RETURNED_TIMES.plus(1))
                        .where(WEEKLY_REPORT.ID.eq(id.value()))
                        .and(WEEKLY_REPORT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** Approves the report; false when it has not this version any more. */
    public boolean approve(
            ReportId id,
            int version,
            @Nullable BigDecimal recognised,
            @Nullable RecognitionId recognition,
            Recording how) {
        WeeklyReportRecord row = new WeeklyReportRecord();
        row.setState(ReportState.APPROVED.name());
        row.setVersion(version + 1);
        row.setReviewedBy(how.actor());
        row.setReviewedAt(how.at());
        row.setReturnReason(null);
        row.setRecognised(recognised);
        row.setRecognitionId(recognition == null ? null : recognition.value());
        return update(id, version, row);
    }

    /** Adds a step to the history of an item. */
    public void step(
            ReportKey item,
            StepAction action,
            int version,
            Claim claim,
            @Nullable String remark,
            @Nullable BigDecimal recognised,
            @Nullable RecognitionId recognition,
            Recording how) {
        ReportStepRecord row = new ReportStepRecord();
        row.setWeekStart(item.week().firstDay());
        row.setPhaseId(item.phase().value());
        row.setNodeKey(item.nodeKey());
        row.setAction(action.name());
        row.setVersion(version);
        row.setCumulative(claim.cumulative());
        row.setDenominator(claim.denominator());
        row.setCompletedOn(claim.completedOn());
        row.setEvidence(claim.evidence());
        row.setReason(claim.reason());
        row.setProgress(claim.progress());
        row.setNextSteps(claim.nextSteps());
        row.setDifficulty(claim.difficulty());
        row.setForecast(claim.forecast());
        row.setNoChange(claim.noChange());
        row.setRemark(remark);
        row.setRecognised(recognised);
        row.setRecognitionId(recognition == null ? null : recognition.value());
        row.setActor(how.actor());
        row.setRecordedAt(how.at());
        sql.insertInto(REPORT_STEP).set(row).execute();
    }

    /** Opens an item of a closed week until an instant. */
    public void reopen(ReportKey item, Instant until, String reason, Recording how) {
        sql.insertInto(REPORT_REOPENING)
                .set(REPORT_REOPENING.WEEK_START, item.week().firstDay())
                .set(REPORT_REOPENING.PHASE_ID, item.phase().value())
                .set(REPORT_REOPENING.NODE_KEY, item.nodeKey())
                .set(REPORT_REOPENING.OPEN_UNTIL, until)
                .set(REPORT_REOPENING.REASON, reason)
                .set(REPORT_REOPENING.REOPENED_BY, how.actor())
                .set(REPORT_REOPENING.REOPENED_AT, how.at())
                .execute();
    }

    /** What is written when a report is submitted. */
    record Submitted(ReportKey item, int year, @Nullable TargetId target, Claim claim) {

        /** The report as {@link #insert} keeps it. */
        WeeklyReport asFirst(ReportId id, Recording how) {
            return new WeeklyReport(
                    id,
                    year,
                    item,
                    ReportState.SUBMITTED,
                    1,
                    target,
                    claim,
                    how.actor(),
                    how.at(),
                    null,
                    null,
                    null,
                    0,
                    null,
                    null);
        }

        /** The report as {@link #replace} keeps it. */
        WeeklyReport inPlaceOf(WeeklyReport before, Recording how) {
            return new WeeklyReport(
                    before.id(),
                    before.year(),
                    before.item(),
                    ReportState.SUBMITTED,
                    before.version() + 1,
                    target,
                    claim,
                    how.actor(),
                    how.at(),
                    before.reviewedBy(),
                    before.reviewedAt(),
                    null,
                    before.returns(),
                    before.recognised(),
                    before.recognition());
        }
    }

    private boolean update(ReportId id, int version, WeeklyReportRecord row) {
        return sql.update(WEEKLY_REPORT)
                        .set(row)
                        .where(WEEKLY_REPORT.ID.eq(id.value()))
                        .and(WEEKLY_REPORT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    private static void submitted(WeeklyReportRecord row, Submitted wanted, Recording how) {
        Claim claim = wanted.claim();
        row.setState(ReportState.SUBMITTED.name());
        row.setTargetId(wanted.target() == null ? null : wanted.target().value());
        row.setCumulative(claim.cumulative());
        row.setDenominator(claim.denominator());
        row.setCompletedOn(claim.completedOn());
        row.setEvidence(claim.evidence());
        row.setReason(claim.reason());
        row.setProgress(claim.progress());
        row.setNextSteps(claim.nextSteps());
        row.setDifficulty(claim.difficulty());
        row.setForecast(claim.forecast());
        row.setNoChange(claim.noChange());
        row.setSubmittedBy(how.actor());
        row.setSubmittedAt(how.at());
        row.setReturnReason(null);
    }
}
