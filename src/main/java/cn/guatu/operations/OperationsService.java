package cn.guatu.operations;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.schedule.DoorbellSchedule;
import cn.guatu.platform.schedule.JobReport;
import cn.guatu.platform.schedule.JobRun;
import cn.guatu.platform.schedule.JobState;
import cn.guatu.platform.schedule.PeriodicWorks;
import cn.guatu.platform.schedule.ScheduleRepaired;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.DemoTime;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What people may see and do about periodic work. What is done is in the audit. */
@Service
public class OperationsService {

    private final PeriodicWorks works;
    private final DoorbellSchedule schedule;
    private final RetryingTransactions transactions;
    private final AuditService audit;
    private final CurrentUser user;
    private final BusinessClock clock;
    private final ObjectProvider<DemoTime> demo;

    OperationsService(
            PeriodicWorks works,
            DoorbellSchedule schedule,
            RetryingTransactions transactions,
            AuditService audit,
            CurrentUser user,
            BusinessClock clock,
            ObjectProvider<DemoTime> demo) {
        this.works = works;
        this.schedule = schedule;
        this.transactions = transactions;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
        this.demo = demo;
    }

    /** How each piece of work stands. */
    @PreAuthorize(Permission.May.OPERATE)
    public List<JobState> jobs() {
        return schedule.states();
    }

    /** The latest periods of a piece of work, the latest first. */
    @PreAuthorize(Permission.May.OPERATE)
    public List<JobRun> runs(String job, int limit) {
        return works.runs(job, limit);
    }

    /** Why nothing is scheduled on this server, in Chinese; null when all is well. */
    @PreAuthorize(Permission.May.OPERATE)
    public @Nullable String refusal() {
        return schedule.refusal();
    }

    /**
     * Runs or catches up work for a date's period.
     *
     * @param businessDate null is today
     * @throws Refusal NOT_FOUND when there is no such work
     */
    @PreAuthorize(Permission.May.OPERATE)
    public JobReport run(String job, @Nullable LocalDate businessDate) {
        JobReport report = works.run(job, businessDate == null ? clock.today() : businessDate, user.account());
        transactions.run(() -> audit.record("job.run", job + " " + report.period(), null, report));
        return report;
    }

    /** Halts work until it is resumed. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void pause(String job) {
        transactions.run(() -> {
            works.pause(existing(job), user.account());
            audit.record("job.pause", job, null, null);
        });
    }

    /** Lets halted work go on; what was missed is caught up. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void resume(String job) {
        transactions.run(() -> {
            works.resume(existing(job));
            audit.record("job.resume", job, null, null);
        });
    }

    /** Whether this is a demonstration, whose clock can be moved. */
    public boolean isDemonstration() {
        return demo.getIfAvailable() != null;
    }

    /** How far the demonstration's clock is ahead of the server's; zero outside a demonstration. */
    public Duration aheadOfServer() {
        DemoTime time = demo.getIfAvailable();
        return time == null ? Duration.ZERO : time.ahead();
    }

    /**
     * Moves the demonstration's clock forward; then what has become due is worked, the oldest period first.
     *
     * @return how many periods were worked
     * @throws Refusal FORBIDDEN outside a demonstration, INVALID for an instant that has passed
     */
    @PreAuthorize(Permission.May.ADMINISTER)
    public int moveClock(Instant to) {
        DemoTime time = demo.getIfAvailable();
        if (time == null) {
            throw Refusal.forbidden("只有演示环境可以拨动业务时钟。");
        }
        Instant before = clock.now();
        transactions.run(() -> {
            audit.record("demo.clock", "演示时钟", before.toString(), to.toString());
            time.moveTo(to, user.account());
        });
        return works.catchUp();
    }

    private String existing(String job) {
        if (works.find(job).isEmpty()) {
            throw Refusal.notFound("没有名为“" + job + "”的任务，请核对任务名称。");
        }
        return job;
    }

    @EventListener
    void repaired(ScheduleRepaired repair) {
        audit.recordAs(
                AuditService.SYSTEM, "schedule.repair", repair.subject(), null, Map.of("finding", repair.finding()));
    }
}
