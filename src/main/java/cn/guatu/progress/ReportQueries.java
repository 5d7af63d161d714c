package cn.guatu.progress;

import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_SHARE;
import static cn.guatu.jooq.Tables.PLAN_YEAR;
import static cn.guatu.jooq.Tables.PROJECT;
import static cn.guatu.jooq.Tables.RECOGNITION;
import static cn.guatu.jooq.Tables.REPORT_DRAFT;
import static cn.guatu.jooq.Tables.REPORT_REOPENING;
import static cn.guatu.jooq.Tables.TARGET;
import static cn.guatu.jooq.Tables.USER_ACCOUNT;
import static cn.guatu.jooq.Tables.WEEKLY_REPORT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import cn.guatu.jooq.tables.records.WeeklyReportRecord;
import cn.guatu.org.PersonId;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitId;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.PhaseScopeQueries;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads reports, and what a report must fit to. */
@Component
class ReportQueries {

    private final DSLContext sql;

    ReportQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What is reported on.
     *
     * @param yearState of its plan year, read with it
     * @param owner who answers: the owner of the node, else of the phase; null when he has no record
     * @param node null: the phase as a whole
     * @param target null: counts towards none
     * @param drafted whether whoever asks has typed something and not submitted it
     */
    record Item(
            PhaseId phase,
            int year,
            PlanYearState yearState,
            String projectCode,
            String projectName,
            String phaseName,
            UnitId lead,
            @Nullable PersonId owner,
            @Nullable NodeFacts node,
            @Nullable TargetFacts target,
            boolean drafted) {

        /** For sentences and the change log. */
        String title() {
            String phaseTitle = projectName + "（" + phaseName + "）";
            return node == null ? phaseTitle : phaseTitle + " · " + node.name();
        }
    }

    /** A node as a report needs it. */
    record NodeFacts(
            NodeId id,
            String name,
            int version,
            @Nullable LocalDate actual,
            @Nullable BigDecimal quantity) {}

    /** A target as a report needs it. */
    record TargetFacts(TargetId id, String code, String name, String unit, TargetKind kind) {}

    /** The item within a scope; empty when there is no such phase or node, or the scope does not see it. */
    Optional<Item> item(ReportKey key, AccessScope scope, String account) {
        return sql.select(
                        PHASE.ID,
                        PHASE.PLAN_YEAR,
                        PLAN_YEAR.STATE,
                        PROJECT.CODE,
                        PHASE.PROJECT_NAME,
                        PHASE.NAME,
                        PHASE.LEAD_UNIT_ID,
                        PHASE.OWNER_ID)
                .select(
                        NODE.ID,
                        NODE.NAME,
                        NODE.VERSION,
                        NODE.ACTUAL,
                        NODE.QUANTITY,
                        NODE.OWNER_ID,
                        NODE.OWNER_NAME,
                        NODE.TARGET_ID)
                .select(TARGET.CODE, TARGET.NAME, TARGET.UNIT, TARGET.KIND, REPORT_DRAFT.ACCOUNT)
                .from(PHASE)
                .join(PROJECT)
                .on(PROJECT.ID.eq(PHASE.PROJECT_ID))
                .join(PLAN_YEAR)
                .on(PLAN_YEAR.PLAN_YEAR_.eq(PHASE.PLAN_YEAR))
                .leftJoin(NODE)
                .on(NODE.PHASE_ID.eq(PHASE.ID))
                .and(NODE.ID.eq(key.nodeKey()))
                .leftJoin(TARGET)
                .on(TARGET.ID.eq(NODE.TARGET_ID))
                .leftJoin(REPORT_DRAFT)
                .on(REPORT_DRAFT.ACCOUNT.eq(account))
                .and(REPORT_DRAFT.WEEK_START.eq(key.week().firstDay()))
                .and(REPORT_DRAFT.PHASE_ID.eq(key.phase().value()))
                .and(REPORT_DRAFT.NODE_KEY.eq(key.nodeKey()))
                .where(PHASE.ID.eq(key.phase().value()))
                .and(PhaseScopeQueries.sees(scope, PHASE.ID, PHASE.LEAD_UNIT_ID))
                .fetchOptional(ReportQueries::toItem)
                .filter(found -> key.node() == null || found.node() != null);
    }

    /** The targets that nodes of the phase name, at most two: one alone is what a report on the whole phase counts towards. */
    List<TargetFacts> targetsOf(PhaseId phase) {
        return sql.selectDistinct(TARGET.ID, TARGET.CODE, TARGET.NAME, TARGET.UNIT, TARGET.KIND)
                .from(NODE)
                .join(TARGET)
                .on(TARGET.ID.eq(NODE.TARGET_ID))
                .where(NODE.PHASE_ID.eq(phase.value()))
                .orderBy(TARGET.ID)
                .limit(2)
                .fetch(row -> new TargetFacts(
                        new TargetId(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        TargetKind.valueOf(row.value5())));
    }

    /** Whether one of these streets has a share in the phase. */
    boolean inAnyStreet(PhaseId phase, Collection<UnitId> streets) {
        return !streets.isEmpty()
                && sql.fetchExists(
                        PHASE_SHARE,
                        PHASE_SHARE
                                .PHASE_ID
                                .eq(phase.value())
                                .and(PHASE_SHARE.STREET_ID.in(
                                        streets.stream().map(UnitId::value).toList())));
    }

    /** Who signs in with the account; empty for an account without a person. */
    Optional<PersonId> personOf(long account) {
        return sql.select(USER_ACCOUNT.PERSON_ID)
                .from(USER_ACCOUNT)
                .where(USER_ACCOUNT.ID.eq(account))
                .and(USER_ACCOUNT.PERSON_ID.isNotNull())
                .fetchOptional(row -> new PersonId(row.value1()));
    }

    /** Until when the item was opened again; empty when it never was. */
    Optional<Instant> reopenedUntil(ReportKey item) {
        return sql.select(REPORT_REOPENING.OPEN_UNTIL)
                .from(REPORT_REOPENING)
                .where(REPORT_REOPENING.PHASE_ID.eq(item.phase().value()))
                .and(REPORT_REOPENING.NODE_KEY.eq(item.nodeKey()))
                .and(REPORT_REOPENING.WEEK_START.eq(item.week().firstDay()))
                .orderBy(REPORT_REOPENING.ID.desc())
                .limit(1)
                .fetchOptional(REPORT_REOPENING.OPEN_UNTIL);
    }

    /**
     * What was said of phase and target before.
     *
     * @param confirmed what the ledger has
     * @param lastClaim the cumulative value of the last report of an earlier week that was not returned; null without one
     */
    record Before(BigDecimal confirmed, @Nullable BigDecimal lastClaim) {
        static final Before NOTHING = new Before(BigDecimal.ZERO, null);
    }

    /** What a cumulative value of phase and target in a week is held against. */
    Before before(PhaseId phase, TargetId target, ReportingWeek week) {
        Field<BigDecimal> confirmed = field(select(sum(RECOGNITION.QUANTITY))
                .from(RECOGNITION)
                .where(RECOGNITION.PHASE_ID.eq(phase.value()))
                .and(RECOGNITION.TARGET_ID.eq(target.value())));
        Field<BigDecimal> lastClaim = field(select(WEEKLY_REPORT.CUMULATIVE)
                .from(WEEKLY_REPORT)
                .where(WEEKLY_REPORT.PHASE_ID.eq(phase.value()))
                .and(WEEKLY_REPORT.TARGET_ID.eq(target.value()))
                .and(WEEKLY_REPORT.WEEK_START.lt(week.firstDay()))
                .and(WEEKLY_REPORT.STATE.in(ReportState.SUBMITTED.name(), ReportState.APPROVED.name()))
                .and(WEEKLY_REPORT.CUMULATIVE.isNotNull())
                .orderBy(WEEKLY_REPORT.WEEK_START.desc(), WEEKLY_REPORT.ID.desc())
                .limit(1));
        return sql.select(confirmed, lastClaim)
                .fetchSingle(row -> new Before(
                        Objects.requireNonNullElse(row.value1(), BigDecimal.ZERO),
                        row.value2() == null ? null : MeasureUnit.plain(row.value2())));
    }

    Optional<WeeklyReport> find(ReportKey item) {
        return report(is(item), false);
    }

    Optional<WeeklyReport> find(ReportId id) {
        return report(WEEKLY_REPORT.ID.eq(id.value()), false);
    }

    List<WeeklyReport> ofWeek(int year, ReportingWeek week, AccessScope scope) {
        return sql.select(WEEKLY_REPORT.fields())
                .from(WEEKLY_REPORT)
                .join(PHASE)
                .on(PHASE.ID.eq(WEEKLY_REPORT.PHASE_ID))
                .where(WEEKLY_REPORT.PLAN_YEAR.eq((short) year))
                .and(WEEKLY_REPORT.WEEK_START.eq(week.firstDay()))
                .and(PhaseScopeQueries.sees(scope, PHASE.ID, PHASE.LEAD_UNIT_ID))
                .orderBy(PHASE.SORT_ORDER, WEEKLY_REPORT.PHASE_ID, WEEKLY_REPORT.NODE_KEY, WEEKLY_REPORT.ID)
                .fetchInto(WEEKLY_REPORT)
                .map(ReportQueries::toReport);
    }

    /** The report, locked until the end of the transaction. */
    Optional<WeeklyReport> lock(ReportKey item) {
        return report(is(item), true);
    }

    private Optional<WeeklyReport> report(Condition which, boolean lock) {
        var query = sql.selectFrom(WEEKLY_REPORT).where(which);
        return (lock ? query.forUpdate() : query).fetchOptional(ReportQueries::toReport);
    }

    static Condition is(ReportKey item) {
        return WEEKLY_REPORT
                .WEEK_START
                .eq(item.week().firstDay())
                .and(WEEKLY_REPORT.PHASE_ID.eq(item.phase().value()))
                .and(WEEKLY_REPORT.NODE_KEY.eq(item.nodeKey()));
    }

    static WeeklyReport toReport(WeeklyReportRecord row) {
        return new WeeklyReport(
                new ReportId(row.getId()),
                row.getPlanYear(),
                new ReportKey(
                        ReportingWeek.containing(row.getWeekStart()),
                        new PhaseId(row.getPhaseId()),
                        row.getNodeId() == null ? null : new NodeId(row.getNodeId())),
                ReportState.valueOf(row.getState()),
                row.getVersion(),
                row.getTargetId() == null ? null : new TargetId(row.getTargetId()),
                new Claim(
                        row.getCumulative(),
                        row.getDenominator(),
                        row.getCompletedOn(),
                        row.getEvidence(),
                        row.getReason(),
                        row.getProgress(),
                        row.getNextSteps(),
                        row.getDifficulty(),
                        row.getForecast(),
                        row.getNoChange()),
                row.getSubmittedBy(),
                row.getSubmittedAt(),
                row.getReviewedBy(),
                row.getReviewedAt(),
                row.getReturnReason(),
                row.getReturnedTimes(),
                row.getRecognised(),
                row.getRecognitionId() == null ? null : new RecognitionId(row.getRecognitionId()));
    }

    private static Item toItem(Record row) {
        Long phaseOwner = row.get(PHASE.OWNER_ID);
        Long nodeOwner = row.get(NODE.OWNER_ID);
        Long owner = row.get(NODE.OWNER_NAME) == null ? phaseOwner : nodeOwner;
        Long node = row.get(NODE.ID);
        Long target = row.get(NODE.TARGET_ID);
        return new Item(
                new PhaseId(row.get(PHASE.ID)),
                row.get(PHASE.PLAN_YEAR),
                PlanYearState.valueOf(row.get(PLAN_YEAR.STATE)),
                row.get(PROJECT.CODE),
                row.get(PHASE.PROJECT_NAME),
                row.get(PHASE.NAME),
                new UnitId(row.get(PHASE.LEAD_UNIT_ID)),
                owner == null ? null : new PersonId(owner),
                node == null
                        ? null
                        : new NodeFacts(
                                new NodeId(node),
                                row.get(NODE.NAME),
                                row.get(NODE.VERSION),
                                row.get(NODE.ACTUAL),
                                row.get(NODE.QUANTITY)),
                target == null
                        ? null
                        : new TargetFacts(
                                new TargetId(target),
                                row.get(TARGET.CODE),
                                row.get(TARGET.NAME),
                                row.get(TARGET.UNIT),
                                TargetKind.valueOf(row.get(TARGET.KIND))),
                row.get(REPORT_DRAFT.ACCOUNT) != null);
    }
}
