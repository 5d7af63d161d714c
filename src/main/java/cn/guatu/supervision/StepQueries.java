package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.SUPERVISION_STEP;
import static cn.guatu.jooq.Tables.WEEKLY_REPORT;

import cn.guatu.jooq.tables.records.SupervisionStepRecord;
import cn.guatu.org.PersonId;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.PhaseScopeQueries;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads the steps that were taken. */
@Repository
class StepQueries {

    /** The node is done, or the item was reported for that week. */
    private static final Field<Boolean> SETTLED = DSL.field(DSL.or(
            SUPERVISION_STEP
                    .RULE
                    .eq(LadderRule.NODE.name())
                    .and(DSL.exists(DSL.selectOne()
                            .from(NODE)
                            .where(NODE.ID.eq(SUPERVISION_STEP.NODE_ID))
                            .and(NODE.ACTUAL.isNotNull()))),
            SUPERVISION_STEP
                    .RULE
                    .eq(LadderRule.REPORT.name())
                    .and(DSL.exists(DSL.selectOne()
                            .from(WEEKLY_REPORT)
                            .where(WEEKLY_REPORT.WEEK_START.eq(SUPERVISION_STEP.WEEK_START))
                            .and(WEEKLY_REPORT.PHASE_ID.eq(SUPERVISION_STEP.PHASE_ID))
                            .and(WEEKLY_REPORT.NODE_KEY.eq(DSL.coalesce(SUPERVISION_STEP.NODE_ID, DSL.inline(0L))))
                            .and(WEEKLY_REPORT.STATE.in("SUBMITTED", "APPROVED"))))));

    private final DSLContext sql;

    StepQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The steps of a year, of one week when it is named, that the scope sees: the latest week first, in it by rule, level and item. */
    List<SupervisionStep> steps(int year, @Nullable ReportingWeek week, AccessScope scope) {
        Condition ofWeek = week == null ? DSL.noCondition() : SUPERVISION_STEP.PERIOD.eq(week.toString());
        return sql.select(SUPERVISION_STEP.fields())
                .select(SETTLED)
                .from(SUPERVISION_STEP)
                .join(PHASE)
                .on(PHASE.ID.eq(SUPERVISION_STEP.PHASE_ID))
                .where(SUPERVISION_STEP.PLAN_YEAR.eq((short) year))
                .and(ofWeek)
                .and(PhaseScopeQueries.sees(scope, PHASE.ID, PHASE.LEAD_UNIT_ID))
                .orderBy(
                        SUPERVISION_STEP.PERIOD.desc(),
                        SUPERVISION_STEP.RULE,
                        SUPERVISION_STEP.SUBJECT,
                        SUPERVISION_STEP.ID)
                .fetch(row -> toStep(row.into(SUPERVISION_STEP), row.get(SETTLED)));
    }

    /**
     * How many steps were accounted for since a day without being sent, by the person who is named first.
     *
     * @param people who the names are
     */
    Map<PersonId, Integer> recordedSince(int year, LocalDate since, LadderPeople people) {
        Map<PersonId, Integer> counts = new HashMap<>();
        sql.select(SUPERVISION_STEP.RECIPIENTS, DSL.count())
                .from(SUPERVISION_STEP)
                .where(SUPERVISION_STEP.PLAN_YEAR.eq((short) year))
                .and(SUPERVISION_STEP.STATE.eq(StepState.RECORDED.name()))
                .and(SUPERVISION_STEP.SENT_AT.ge(
                        since.atStartOfDay(BusinessClock.ZONE).toInstant()))
                .groupBy(SUPERVISION_STEP.RECIPIENTS)
                .forEach(row -> people.named(row.value1().split("、")[0])
                        .ifPresent(person -> counts.merge(person, row.value2(), Integer::sum)));
        return counts;
    }

    private static SupervisionStep toStep(SupervisionStepRecord row, boolean settled) {
        return new SupervisionStep(
                LadderRule.valueOf(row.getRule()),
                new PhaseId(row.getPhaseId()),
                row.getNodeId() == null ? null : new NodeId(row.getNodeId()),
                row.getSubject(),
                row.getPeriod(),
                LadderLevel.valueOf(row.getLadderLevel()),
                row.getRecipients(),
                row.getMessage(),
                row.getDaysLate(),
                row.getSentAt(),
                settled ? StepState.SETTLED : StepState.valueOf(row.getState()),
                row.getOrderId() == null ? null : new OrderId(row.getOrderId()));
    }
}
