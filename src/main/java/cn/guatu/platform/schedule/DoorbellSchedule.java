package cn.guatu.platform.schedule;

import cn.guatu.platform.time.BusinessClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The doorbells in Quartz, one a piece of work, and whether they may ring. */
@Component
public class DoorbellSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(DoorbellSchedule.class);
    private static final String GROUP = "guatu";

    private final Scheduler scheduler;
    private final PeriodicWorks works;
    private volatile @Nullable String refusal;

    DoorbellSchedule(Scheduler scheduler, PeriodicWorks works) {
        this.scheduler = scheduler;
        this.works = works;
    }

    /** How each piece of work stands. */
    public List<JobState> states() {
        return works.states().stream()
                .map(state -> new JobState(
                        state.work(),
                        state.paused(),
                        state.pausedBy(),
                        state.paused() ? null : next(state.work().name()),
                        state.last()))
                .toList();
    }

    /** Why nothing is scheduled on this server, in Chinese; null when all is well. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** Whether this server's Quartz is at work. */
    public boolean running() {
        return asked(() -> scheduler.isStarted() && !scheduler.isInStandbyMode());
    }

    /** Hangs up the doorbells; one that hangs there already is left alone, one whose work is gone is taken down. */
    void register() {
        asked(() -> {
            for (PeriodicWork work : works.all()) {
                hang(work);
            }
            Set<String> known = works.all().stream().map(PeriodicWork::name).collect(Collectors.toSet());
            for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
                if (!known.contains(key.getName())) {
                    scheduler.deleteJob(key);
                }
            }
            return true;
        });
    }

    private void hang(PeriodicWork work) throws SchedulerException {
        Trigger hanging = scheduler.getTrigger(triggerKey(work.name()));
        if (hanging instanceof CronTrigger cron && cron.getCronExpression().equals(work.cron())) {
            return;
        }
        JobDetail job = JobBuilder.newJob(DoorbellJob.class)
                .withIdentity(work.name(), GROUP)
                .usingJobData(DoorbellJob.WORK, work.name())
                .requestRecovery()
                .storeDurably()
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(triggerKey(work.name()))
                .forJob(job)
                // One ring asks for all that was missed.
                .withSchedule(CronScheduleBuilder.cronSchedule(work.cron())
                        .inTimeZone(TimeZone.getTimeZone(BusinessClock.ZONE))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
        scheduler.scheduleJob(job, Set.of(trigger), true);
    }

    /** Lets the doorbells ring. */
    void start() {
        asked(() -> {
            scheduler.start();
            return true;
        });
        refusal = null;
        LOG.info("定时任务已启动:{} 项。", works.all().size());
    }

    /** Keeps them silent; true when they were not silent for this reason before. */
    boolean standBy(String reason) {
        boolean news = refusal == null;
        refusal = reason;
        asked(() -> {
            scheduler.standby();
            return true;
        });
        return news;
    }

    /** The triggers that Quartz has given up. */
    List<TriggerKey> broken() {
        return asked(() -> {
            Set<TriggerKey> keys = scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup());
            List<TriggerKey> broken = new ArrayList<>();
            for (TriggerKey key : keys) {
                if (scheduler.getTriggerState(key) == Trigger.TriggerState.ERROR) {
                    broken.add(key);
                }
            }
            return broken;
        });
    }

    /** Makes a trigger that was given up wait for its time again. */
    void reset(TriggerKey key) {
        asked(() -> {
            scheduler.resetTriggerFromErrorState(key);
            return true;
        });
    }

    private @Nullable Instant next(String name) {
        Trigger trigger = asked(() -> scheduler.getTrigger(triggerKey(name)));
        Date next = trigger == null ? null : trigger.getNextFireTime();
        return next == null ? null : next.toInstant();
    }

    private static TriggerKey triggerKey(String name) {
        return TriggerKey.triggerKey(name, GROUP);
    }

    private interface Question<T extends @Nullable Object> {
        T ask() throws SchedulerException;
    }

    private static <T extends @Nullable Object> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (SchedulerException failure) {
            throw new IllegalStateException("Quartz refused", failure);
        }
    }
}
