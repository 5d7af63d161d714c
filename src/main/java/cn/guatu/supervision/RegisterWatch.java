package cn.guatu.supervision;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.schedule.JobResult;
import cn.guatu.platform.schedule.PeriodicWork;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.time.WorkCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks through the registers every morning (semantics §14): blockers whose clock has run out go up a tier, decisions past their day are called
 * 滞后, and what was not handed out within 3 working days of the minutes is told to those who hand out. The clocks look at dates, so a day that
 * was missed is contained in the next.
 */
@Component
class RegisterWatch implements PeriodicWork {

    /** Within how many working days of the minutes a decision is handed out. */
    static final int HAND_OUT_DAYS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(RegisterWatch.class);
    /** Who the register says did what this does. */
    static final String ACTOR = "系统·登记簿巡查";

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    private final BlockerService blockers;
    private final DecisionService decisions;
    private final MeetingService meetings;
    private final RegisterNotices notices;
    private final WorkCalendars calendars;
    private final RetryingTransactions transactions;

    RegisterWatch(
            BlockerService blockers,
            DecisionService decisions,
            MeetingService meetings,
            RegisterNotices notices,
            WorkCalendars calendars,
            RetryingTransactions transactions) {
        this.blockers = blockers;
        this.decisions = decisions;
        this.meetings = meetings;
        this.notices = notices;
        this.calendars = calendars;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "register-watch";
    }

    @Override
    public String title() {
        return "登记簿巡查(堵点升级、议定事项滞后)";
    }

    @Override
    public String cron() {
        return "0 30 8 * * ?";
    }

    @Override
    public List<String> due(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, BusinessClock.ZONE);
        boolean morning = LocalTime.ofInstant(now, BusinessClock.ZONE).isBefore(MORNING);
        return List.of((morning ? today.minusDays(1) : today).toString());
    }

    @Override
    public String periodOf(LocalDate businessDate) {
        return businessDate.toString();
    }

    @Override
    public JobResult run(String period, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, BusinessClock.ZONE);
        Recording how = new Recording(at, ACTOR, null, null);
        int up = blockers.escalateDue(today, how);
        if (up > 0) {
            transactions.run(() -> notices.wentUp(up, today, how));
        }
        return new JobResult(up + callLate(today, how) + remindToHandOut(today, how), 0);
    }

    private int callLate(LocalDate today, Recording how) {
        int late = 0;
        for (Decision decision : decisions.late(today)) {
            try {
                decisions.moveAs(
                        decision.id(),
                        decision.version(),
                        DecisionMove.LAG,
                        "完成时限 " + decision.due() + " 已过",
                        new Recording(how.at(), ACTOR, decision.year(), null));
                late++;
            } catch (Refusal somebodyWasFaster) {
                LOG.info("议定事项 {} 没有记为滞后:{}", decision.id().value(), somebodyWasFaster.getMessage());
            }
        }
        return late;
    }

    private int remindToHandOut(LocalDate today, Recording how) {
        WorkCalendar calendar = calendars.current();
        int told = 0;
        for (Decision decision : decisions.notHandedOut()) {
            LocalDate by = meetings.handOutBy(decision.year(), decision.meetingDate(), calendar);
            if (by.isBefore(today)) {
                told += transactions.execute(() -> notices.notHandedOut(decision, how)) > 0 ? 1 : 0;
            }
        }
        return told;
    }
}
