package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.SUPERVISION_STEP;

import cn.guatu.jooq.tables.records.SupervisionStepRecord;
import cn.guatu.platform.time.ReportingWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Steps of the ladder as rows; they are only added. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class StepStore {

    private final DSLContext sql;

    StepStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The rule and item of a step: what the level is compared for. */
    record Item(LadderRule rule, String subjectKey) {}

    /** A step that is taken, with the order that it brought. */
    record Taken(PlannedStep step, @Nullable OrderId order) {}

    /** The levels that were reached in a week, by rule and item. */
    Map<Item, Set<LadderLevel>> reached(int year, ReportingWeek week) {
        Map<Item, Set<LadderLevel>> reached = new HashMap<>();
        sql.select(SUPERVISION_STEP.RULE, SUPERVISION_STEP.SUBJECT_KEY, SUPERVISION_STEP.LADDER_LEVEL)
                .from(SUPERVISION_STEP)
                .where(SUPERVISION_STEP.PLAN_YEAR.eq((short) year))
                .and(SUPERVISION_STEP.PERIOD.eq(week.toString()))
                .forEach(row -> reached.computeIfAbsent(
                                new Item(LadderRule.valueOf(row.value1()), row.value2()), item -> new TreeSet<>())
                        .add(LadderLevel.valueOf(row.value3())));
        return reached;
    }

    /** Adds steps; the unique key refuses what somebody else took meanwhile, and the whole transaction with it. */
    void insert(int year, ReportingWeek week, List<Taken> steps, StepState state, int rulesVersion, Instant at) {
        List<SupervisionStepRecord> rows = new ArrayList<>();
        for (Taken taken : steps) {
            PlannedStep step = taken.step();
            SupervisionStepRecord row = new SupervisionStepRecord();
            row.setPlanYear((short) year);
            row.setRule(step.rule().name());
            row.setSubjectKey(step.subjectKey());
            row.setPeriod(week.toString());
            row.setLadderLevel(step.level().name());
            row.setWeekStart(week.firstDay());
            row.setPhaseId(step.phase().value());
            row.setNodeId(step.node() == null ? null : step.node().value());
            row.setSubject(cut(step.subject(), 400));
            row.setRecipients(cut(step.names(), 400));
            row.setMessage(cut(step.message(), 1000));
            row.setDaysLate(step.daysLate());
            row.setState(state.name());
            row.setOrderId(taken.order() == null ? null : taken.order().value());
            row.setRulesVersion(rulesVersion);
            row.setSentAt(at);
            rows.add(row);
        }
        sql.batchInsert(rows).execute();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
