package cn.guatu.platform.schedule;

import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.ClockDrift;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Looks after the schedule a few times a minute, on a thread of its own that does not depend on Quartz: compares the clocks, frees triggers
 * that are in error or stuck, and catches up on what is due. The first look is the start of the schedule.
 */
@Component
class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long EVERY_SECONDS = 15;
    /** More than this and servers no longer agree on what is due (quality.md). */
    private static final Duration TOLERATED = Duration.ofMillis(500);

    private final DoorbellSchedule schedule;
    private final PeriodicWorks works;
    private final TriggerStore triggers;
    private final RetryingTransactions transactions;
    private final ApplicationEventPublisher events;
    private final ClockDrift drift;
    private final boolean enabled;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watchdog").factory());
    private List<TriggerStore.Stuck> suspects = List.of();

    Watchdog(
            DoorbellSchedule schedule,
            PeriodicWorks works,
            TriggerStore triggers,
            RetryingTransactions transactions,
            ApplicationEventPublisher events,
            ClockDrift drift,
            @Value("${guatu.jobs.enabled}") boolean enabled) {
        this.schedule = schedule;
        this.works = works;
        this.triggers = triggers;
        this.transactions = transactions;
        this.events = events;
        this.drift = drift;
        this.enabled = enabled;
    }

    /** After everything else that a start does, such as loading the demonstration. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void begin() {
        if (enabled) {
            timer.scheduleWithFixedDelay(this::lookAndLog, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void lookAndLog() {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.warn("定时任务巡检未完成,{} 秒后再试:{}", EVERY_SECONDS, failure.getMessage());
        }
    }

    void look() {
        Duration ahead = drift.aheadOfDatabase();
        if (ahead.abs().compareTo(TOLERATED) > 0) {
            refuse(ahead);
            return;
        }
        if (!schedule.running()) {
            schedule.register();
            schedule.start();
        }
        repair();
        works.catchUp();
    }

    private void refuse(Duration ahead) {
        String reason = "本服务器时钟比数据库%s %d 毫秒，超过 %d 毫秒，定时任务不启动。请校准时钟（NTP）。"
                .formatted(ahead.isNegative() ? "慢" : "快", ahead.abs().toMillis(), TOLERATED.toMillis());
        if (schedule.standBy(reason)) {
            LOG.error(reason);
            transactions.run(() -> events.publishEvent(new ScheduleRepaired(ServerName.here(), reason)));
        }
    }

    private void repair() {
        for (TriggerKey key : schedule.broken()) {
            transactions.run(() -> {
                schedule.reset(key);
                tell(key.getName(), "触发器处于错误状态，已恢复等待");
            });
        }
        // Who is stuck is still stuck a look later.
        List<TriggerStore.Stuck> stuck = transactions.execute(triggers::stuck);
        for (TriggerStore.Stuck trigger : stuck) {
            if (suspects.contains(trigger)) {
                transactions.run(() -> {
                    if (triggers.free(trigger)) {
                        tell(trigger.name(), "触发器停留在 " + trigger.state() + " 而无人执行，已恢复等待");
                    }
                });
            }
        }
        suspects = stuck;
    }

    private void tell(String trigger, String finding) {
        LOG.warn("{}:{}", trigger, finding);
        events.publishEvent(new ScheduleRepaired(trigger, finding));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
            timer.shutdownNow();
        }
    }
}
