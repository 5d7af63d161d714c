package cn.guatu.supervision;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.schedule.JobResult;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.progress.ReportService;
import cn.guatu.supervision.StepStore.Item;
import cn.guatu.supervision.StepStore.Taken;
import cn.guatu.supervision.rule.LadderMoments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Does what the week asks for, for the system: asks for reports, takes the steps of the ladder, issues 督办单 and tells people. The steps, the
 * orders and the notices of a plan year are one transaction, and each has a key of its own, so dying anywhere and running again is safe.
 */
@Service
class LadderService {

    static final String ACTOR = "系统·每周督办";

    private final LadderRules rules;
    private final LadderReader reader;
    private final LadderNotices notices;
    private final StepStore store;
    private final OrderService orders;
    private final ReportService reports;
    private final PlanYearService years;
    private final ChangeLog changes;
    private final WorkCalendars calendars;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;

    LadderService(
            LadderRules rules,
            LadderReader reader,
            LadderNotices notices,
            StepStore store,
            OrderService orders,
            ReportService reports,
            PlanYearService years,
            ChangeLog changes,
            WorkCalendars calendars,
            RetryingTransactions transactions,
            BusinessClock clock) {
        this.rules = rules;
        this.reader = reader;
        this.notices = notices;
        this.store = store;
        this.orders = orders;
        this.reports = reports;
        this.years = years;
        this.changes = changes;
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Works on a week as of an instant; of a week that is over, as of its end.
     *
     * @return the steps that were taken, and those that were found taken
     */
    JobResult run(ReportingWeek week, Instant at) {
        LadderRules.Version inForce = rules.current();
        LadderMoments moments = rules.moments(week, inForce.settings());
        Instant asOf = at.isAfter(moments.end()) ? moments.end() : at;
        int year = LocalDate.ofInstant(asOf, BusinessClock.ZONE).getYear();
        @Nullable PlanYear planYear = years.find(year).orElse(null);
        if (planYear == null || planYear.state() == PlanYearState.ARCHIVED) {
            return JobResult.NOTHING;
        }
        int silentWeeks = inForce.settings().silentWeeks();
        LadderFacts facts = reader.read(year, week, asOf, null, silentWeeks);
        if (mayAsk(moments, asOf)) {
            LadderPlanner planner = new LadderPlanner(inForce.settings(), moments, facts);
            if (reports.ask(year, week, planner.asks(), recording(year)) > 0) {
                facts = facts.withReports(reader.reports(year, week, silentWeeks, facts.phases()));
            }
        }
        LadderFacts known = facts;
        List<PlannedStep> wanted = new LadderPlanner(inForce.settings(), moments, known).steps(asOf);
        boolean live = !clock.now().isAfter(moments.end());
        return transactions.execute(() -> taken(known, week, moments, wanted, inForce, live));
    }

    /** Nobody is asked for a week when it is too late to answer in time: after an outage silence is not held against anyone. */
    private boolean mayAsk(LadderMoments moments, Instant asOf) {
        return moments.ask() != null
                && !asOf.isBefore(moments.ask())
                && asOf.isBefore(moments.due())
                && clock.now().isBefore(moments.due());
    }

    private JobResult taken(
            LadderFacts facts,
            ReportingWeek week,
            LadderMoments moments,
            List<PlannedStep> wanted,
            LadderRules.Version inForce,
            boolean live) {
        Recording how = recording(facts.year());
        Map<Item, Set<LadderLevel>> reached = store.reached(facts.year(), week);
        List<PlannedStep> fresh =
                wanted.stream().filter(step -> !isReached(reached, step)).toList();
        List<Taken> taken = new ArrayList<>();
        List<SupervisionOrder> issued = new ArrayList<>();
        for (PlannedStep step : fresh) {
            boolean order = live && step.level() == LadderLevel.ORDER;
            taken.add(new Taken(
                    step, order ? orders.issueFor(order(facts, step, inForce.settings()), how, issued) : null));
        }
        orders.tellIssued(issued);
        StepState state = live ? StepState.SENT : StepState.RECORDED;
        store.insert(facts.year(), week, taken, state, inForce.version(), how.at());
        if (live) {
            notices.tell(facts, week, moments, fresh);
        }
        if (!fresh.isEmpty()) {
            changes.record(how, "SUPERVISION", week + " 督办 " + fresh.size() + " 步");
        }
        return new JobResult(fresh.size(), wanted.size() - fresh.size());
    }

    /** A milder step does not follow a stronger one in the same week. */
    private static boolean isReached(Map<Item, Set<LadderLevel>> reached, PlannedStep step) {
        return reached.getOrDefault(new Item(step.rule(), step.subjectKey()), Set.of()).stream()
                .anyMatch(level -> level.compareTo(step.level()) >= 0);
    }

    private NewOrder order(LadderFacts facts, PlannedStep step, LadderSettings settings) {
        LocalDate deadline = calendars.current().plusWorkingDays(facts.day(), settings.orderDays());
        return new NewOrder(
                facts.year(),
                step.phase(),
                step.node(),
                null,
                step.named(),
                step.message(),
                settings.demand(deadline),
                step.department(),
                step.leader(),
                deadline);
    }

    private Recording recording(int year) {
        return new Recording(clock.now(), ACTOR, year, null);
    }
}
