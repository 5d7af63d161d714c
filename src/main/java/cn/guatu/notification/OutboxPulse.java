package cn.guatu.notification;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks every half minute whether something is to go out. A thread and not a Quartz job: it has no period, any number of servers may ask at
 * once, and what was missed is simply still there.
 */
@Component
class OutboxPulse {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPulse.class);
    private static final long EVERY_SECONDS = 30;

    private final Dispatch dispatch;
    private final boolean enabled;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox").daemon().factory());

    OutboxPulse(Dispatch dispatch, @Value("${guatu.jobs.enabled:true}") boolean enabled) {
        this.dispatch = dispatch;
        this.enabled = enabled;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (enabled) {
            thread.scheduleWithFixedDelay(this::beat, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void beat() {
        try {
            dispatch.run();
        } catch (RuntimeException e) {
            LOG.warn("What is to go out could not be looked at; the next look is in {} seconds", EVERY_SECONDS, e);
        }
    }
}
