package cn.guatu.supervision;

import cn.guatu.platform.schedule.JobResult;
import cn.guatu.platform.schedule.PeriodicWork;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.supervision.rule.LadderMoments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * 每周督办 as periodic work. A week has several moments (the rounds, the reminder, due, closed); it is settled for now when it was worked for the
 * last of them that has come.
 */
@Component
class WeeklySupervision implements PeriodicWork {

    static final String NAME = "weekly-supervision";
    private static final int WEEKS_BACK = 8;

    private final LadderService ladder;
    private final LadderRules rules;

    WeeklySupervision(LadderService ladder, LadderRules rules) {
        this.ladder = ladder;
        this.rules = rules;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "每周督办";
    }

    /** On the hour: the moments are settings, and a ring that finds nothing due costs nothing. */
    @Override
    public String cron() {
        return "0 0 * ? * *";
    }

    @Override
    public List<String> due(Instant now) {
        ReportingWeek week = ReportingWeek.containing(LocalDate.ofInstant(now, BusinessClock.ZONE));
        boolean begun = moments(week).lastBy(now).isPresent();
        return IntStream.rangeClosed(-WEEKS_BACK, begun ? 0 : -1)
                .mapToObj(back -> week.plus(back).toString())
                .toList();
    }

    @Override
    public boolean settled(String period, Instant workedAsOf, Instant now) {
        return moments(ReportingWeek.parse(period))
                .lastBy(now)
                .map(last -> !last.isAfter(workedAsOf))
                .orElse(true);
    }

    @Override
    public String periodOf(LocalDate businessDate) {
        return ReportingWeek.containing(businessDate).toString();
    }

    @Override
    public JobResult run(String period, Instant at) {
        return ladder.run(ReportingWeek.parse(period), at);
    }

    private LadderMoments moments(ReportingWeek week) {
        return rules.moments(week, rules.current().settings());
    }
}
