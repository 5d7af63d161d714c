package cn.guatu.platform.time;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/** Moves the clock of a demonstration forward, and remembers it over restarts. There is none outside the demonstration. */
@Service
@ConditionalOnProperty("guatu.demo")
public class DemoTime {

    /** At one go; a demonstration of more than a year shows nothing new. */
    private static final Duration FARTHEST = Duration.ofDays(400);

    private final BusinessClock clock;
    private final DemoTimeStore store;
    private final RetryingTransactions transactions;

    DemoTime(BusinessClock clock, DemoTimeStore store, RetryingTransactions transactions) {
        this.clock = clock;
        this.store = store;
        this.transactions = transactions;
    }

    @PostConstruct
    void remember() {
        if (clock instanceof DemoClock demo) {
            demo.setAhead(transactions.execute(store::ahead));
        }
    }

    /** How far the business is ahead of the server. */
    public Duration ahead() {
        return clock instanceof DemoClock demo ? demo.ahead() : Duration.ZERO;
    }

    /**
     * Moves the clock forward to an instant, within the caller's transaction when there is one.
     *
     * @throws Refusal INVALID for an instant that has passed or lies too far ahead
     */
    public void moveTo(Instant to, String by) {
        Duration step = Duration.between(clock.now(), to);
        if (step.isNegative() || step.isZero()) {
            throw Refusal.invalid("演示时钟只能向前拨，不能退回已经过去的时刻。");
        }
        if (step.compareTo(FARTHEST) > 0) {
            throw Refusal.invalid("一次最多向前拨 400 天，请选择近一些的时刻。");
        }
        if (clock instanceof DemoClock demo) {
            Duration ahead = demo.ahead().plus(step);
            transactions.run(() -> store.save(ahead.plusSeconds(1), by, clock.now()));
            demo.setAhead(ahead);
        }
    }
}
