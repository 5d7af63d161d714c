package cn.guatu.platform.schedule;

import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.schedule.JobRunStore.Claim;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the claims of this server alive while it works: a server that dies loses them within half a minute. */
@Component
class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final long EVERY_SECONDS = JobRunStore.LEASE_SECONDS / 3;

    private final JobRunStore store;
    private final RetryingTransactions transactions;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-lease").factory());

    Leases(JobRunStore store, RetryingTransactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** A claim that is being kept alive until it is closed. */
    record Held(Future<?> renewal) implements AutoCloseable {
        @Override
        public void close() {
            renewal.cancel(false);
        }
    }

    Held hold(Claim claim) {
        return new Held(
                timer.scheduleWithFixedDelay(() -> renew(claim), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS));
    }

    private void renew(Claim claim) {
        try {
            transactions.execute(() -> store.renew(claim));
        } catch (RuntimeException failure) {
            // The next turn tries again; when none succeeds, the fence keeps a late outcome out.
            LOG.warn("任务 {} {} 的租约未能续期:{}", claim.job(), claim.period(), failure.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
