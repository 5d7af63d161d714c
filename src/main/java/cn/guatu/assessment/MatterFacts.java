package cn.guatu.assessment;

import cn.guatu.assessment.rule.Fact;
import cn.guatu.assessment.rule.Measure;
import cn.guatu.org.UnitId;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerStatus;
import cn.guatu.supervision.Decision;
import cn.guatu.supervision.DecisionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 问题与议定事项 of each unit: what was due on or before the month's end, with the unit that answers. Closed is what was confirmed
 * (销号); the day that counts is the one on which the unit reported it done, because the confirmation is in other hands.
 */
final class MatterFacts {

    private static final int LONGEST = 60;

    private MatterFacts() {}

    static Map<UnitId, List<Fact>> of(List<Blocker> blockers, List<Decision> decisions, LocalDate cutOff) {
        Map<UnitId, List<Fact>> facts = new HashMap<>();
        for (Blocker blocker : blockers) {
            LocalDate due = blocker.due();
            UnitId unit = blocker.responsibleUnit();
            if (unit != null && due != null && !due.isAfter(cutOff)) {
                LocalDate done = blocker.standing().resolvedOn() != null
                        ? blocker.standing().resolvedOn()
                        : blocker.standing().closedOn();
                facts.computeIfAbsent(unit, each -> new ArrayList<>())
                        .add(fact(
                                "blocker:" + blocker.id().value(),
                                "堵点：" + cut(blocker.problem()),
                                due,
                                blocker.status() == BlockerStatus.CLOSED,
                                done,
                                cutOff));
            }
        }
        for (Decision decision : decisions) {
            if (!decision.due().isAfter(cutOff)) {
                LocalDate done = decision.days().doneOn() != null
                        ? decision.days().doneOn()
                        : decision.days().closedOn();
                facts.computeIfAbsent(decision.lead(), each -> new ArrayList<>())
                        .add(fact(
                                "decision:" + decision.id().value(),
                                "议定事项：" + cut(decision.matter()),
                                decision.due(),
                                decision.status() == DecisionStatus.CLOSED,
                                done,
                                cutOff));
            }
        }
        return facts;
    }

    private static Fact fact(
            String key, String item, LocalDate due, boolean closed, @Nullable LocalDate done, LocalDate cutOff) {
        boolean counts = closed && (done == null || !done.isAfter(cutOff));
        long late = counts && done != null ? ChronoUnit.DAYS.between(due, done) : 0;
        String says;
        if (!counts) {
            says = "要求" + due + "办结，截至" + cutOff + "尚未销号";
        } else if (done == null) {
            says = "要求" + due + "办结，已销号（未记办结日期，按按期计）";
        } else {
            says = "要求" + due + "办结，" + done + "办结" + (late > 0 ? "，逾期" + late + "天" : "，按期");
        }
        return new Fact(
                Measure.MATTER_LATENESS,
                key,
                item,
                BigDecimal.ONE,
                counts ? BigDecimal.valueOf(late) : null,
                true,
                says,
                null);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
