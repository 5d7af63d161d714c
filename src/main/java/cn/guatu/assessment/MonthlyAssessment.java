package cn.guatu.assessment;

import cn.guatu.org.MonthStep;
import cn.guatu.org.PlanMonths;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.platform.schedule.JobResult;
import cn.guatu.platform.schedule.PeriodicWork;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Brings a month that is over to 审核 and draws its draft scores (docs/decisions/0020): the period is the month of the business date. A
 * month that is not over stays as it is, and only its draft scores are drawn. Objections, approval and publication are for people.
 * Created are the draft scores that are new, skipped those that were there.
 */
@Component
class MonthlyAssessment implements PeriodicWork {

    static final String ACTOR = "系统·按月评估";

    /** The month is cut off on this working day of the next one. */
    private static final int CUT_OFF_WORKING_DAY = 3;

    private final MonthService service;
    private final PlanMonths months;
    private final PlanYearService years;
    private final WorkCalendars calendars;
    private final BusinessClock clock;

    MonthlyAssessment(
            MonthService service,
            PlanMonths months,
            PlanYearService years,
            WorkCalendars calendars,
            BusinessClock clock) {
        this.service = service;
        this.months = months;
        this.years = years;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "monthly-assessment";
    }

    @Override
    public String title() {
        return "按月评估：截数并生成评分草案";
    }

    @Override
    public String cron() {
        return "0 30 8 * * ?";
    }

    /** The last month, from the cut-off day on; not of a year that is only planned or archived. */
    @Override
    public List<String> due(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.zone());
        YearMonth last = YearMonth.from(today).minusMonths(1);
        LocalDate cutOffDay = calendars.current().plusWorkingDays(last.atEndOfMonth(), CUT_OFF_WORKING_DAY);
        boolean carriedOut = years.find(last.getYear())
                .map(PlanYear::state)
                .filter(state -> state == PlanYearState.ACTIVE)
                .isPresent();
        return carriedOut && !today.isBefore(cutOffDay) ? List.of(last.toString()) : List.of();
    }

    /** A run by hand within the month has only drawn its draft. */
    @Override
    public boolean settled(String period, Instant workedAsOf, Instant now) {
        return isOver(YearMonth.parse(period), workedAsOf);
    }

    @Override
    public String periodOf(LocalDate businessDate) {
        return YearMonth.from(businessDate).toString();
    }

    @Override
    public JobResult run(String period, Instant at) {
        YearMonth month = YearMonth.parse(period);
        int year = month.getYear();
        if (years.find(year).isEmpty()) {
            return JobResult.NOTHING;
        }
        Instant now = clock.now();
        StepTaken drawn = service.drawDraft(year, month.getMonthValue(), ACTOR);
        if (isOver(month, at.isAfter(now) ? at : now)) {
            for (MonthStep step : List.of(MonthStep.CUT_OFF, MonthStep.REVIEW)) {
                if (months.state(year, month.getMonthValue()).compareTo(step.leadsTo()) < 0) {
                    service.takeAs(ACTOR, year, month.getMonthValue(), step, "按日程自动执行", false);
                }
            }
        }
        return new JobResult(drawn.created(), drawn.skipped());
    }

    /** On its last day a month is over: that is the cut-off of its figures. */
    private boolean isOver(YearMonth month, Instant at) {
        return !LocalDate.ofInstant(at, clock.zone()).isBefore(month.atEndOfMonth());
    }
}
