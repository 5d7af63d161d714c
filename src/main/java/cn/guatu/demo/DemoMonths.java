package cn.guatu.demo;

import cn.guatu.assessment.AssessmentService;
import cn.guatu.assessment.MonthService;
import cn.guatu.assessment.ObjectionService;
import cn.guatu.assessment.ScoreItem;
import cn.guatu.assessment.ScorePart;
import cn.guatu.assessment.Scorecard;
import cn.guatu.org.MonthStep;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.time.WorkCalendars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Closes the months of the demonstration year as the office did: every month but the last one is published on its day, the last one is in
 * its objection window now, with one objection accepted and one open.
 */
@Component
@ConditionalOnProperty("guatu.demo")
class DemoMonths implements DemoChapter {

    private static final String SUPERVISOR = "dc1";
    private static final String LEADER = "ld1";
    private static final int CUT_OFF_DAY = 3;
    private static final int WINDOW_DAY = 4;
    private static final int PUBLICATION_DAY = 7;

    private final MonthService months;
    private final AssessmentService assessment;
    private final ObjectionService objections;
    private final WorkCalendars calendars;
    private final BusinessClock clock;

    DemoMonths(
            MonthService months,
            AssessmentService assessment,
            ObjectionService objections,
            WorkCalendars calendars,
            BusinessClock clock) {
        this.months = months;
        this.assessment = assessment;
        this.objections = objections;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "按月评估";
    }

    /** After everything that a closing looks at is there. */
    @Override
    public int order() {
        return 800;
    }

    @Override
    public void write(DemoYear demo, LocalDate today) {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        if (last.getYear() != demo.year()) {
            return;
        }
        WorkCalendar calendar = calendars.current();
        for (int month = 1; month < last.getMonthValue(); month++) {
            publish(YearMonth.of(last.getYear(), month), calendar);
        }
        open(last, calendar, today);
    }

    private void publish(YearMonth month, WorkCalendar calendar) {
        LocalDate end = month.atEndOfMonth();
        step(month, MonthStep.CUT_OFF, SUPERVISOR, calendar.plusWorkingDays(end, CUT_OFF_DAY), 9);
        step(month, MonthStep.REVIEW, SUPERVISOR, calendar.plusWorkingDays(end, CUT_OFF_DAY), 15);
        step(month, MonthStep.OBJECTION, SUPERVISOR, calendar.plusWorkingDays(end, WINDOW_DAY), 9);
        step(month, MonthStep.APPROVE, LEADER, calendar.plusWorkingDays(end, PUBLICATION_DAY), 9);
        step(month, MonthStep.PUBLISH, SUPERVISOR, calendar.plusWorkingDays(end, PUBLICATION_DAY), 10);
    }

    private void open(YearMonth month, WorkCalendar calendar, LocalDate today) {
        LocalDate cutOff = calendar.plusWorkingDays(month.atEndOfMonth(), CUT_OFF_DAY);
        LocalDate window = calendar.previousWorkingDay(today);
        if (!cutOff.isBefore(window)) {
            return;
        }
        step(month, MonthStep.CUT_OFF, SUPERVISOR, cutOff, 9);
        step(month, MonthStep.REVIEW, SUPERVISOR, cutOff, 15);
        step(month, MonthStep.OBJECTION, SUPERVISOR, window, 9);
        clock.at(at(window, 11), () -> object(month));
    }

    private void object(YearMonth month) {
        List<Scorecard> departments =
                assessment.result(month.getYear(), month.getMonthValue(), null).scorecards().stream()
                        .filter(card -> card.unitType() == UnitKind.DEPARTMENT && card.score() != null)
                        .limit(2)
                        .toList();
        for (int i = 0; i < departments.size(); i++) {
            raise(month, departments.get(i), i == 0);
        }
    }

    private void raise(YearMonth month, Scorecard card, boolean accepted) {
        for (ScorePart part : card.parts()) {
            ScoreItem worst = part.items().stream()
                    .filter(item -> item.points().compareTo(item.possible()) < 0)
                    .max(Comparator.comparing(item -> item.possible().subtract(item.points())))
                    .orElse(null);
            if (worst != null && part.score() != null) {
                int year = month.getYear();
                long id = objections.raiseAs(
                        card.unit() + "负责人",
                        year,
                        month.getMonthValue(),
                        card.unitId(),
                        part.name(),
                        worst.key(),
                        "该事项因上级审批顺延，证明材料已于月内报送督查专员，请予核减。");
                if (accepted) {
                    BigDecimal half =
                            worst.possible().subtract(worst.points()).divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP);
                    objections.answer(SUPERVISOR, id, 1, true, half, "材料属实，返还一半。");
                }
                return;
            }
        }
    }

    private void step(YearMonth month, MonthStep step, String actor, LocalDate day, int hour) {
        clock.at(at(day, hour), () -> {
            months.takeAs(actor, month.getYear(), month.getMonthValue(), step, null, false);
        });
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(clock.zone()).toInstant();
    }
}
