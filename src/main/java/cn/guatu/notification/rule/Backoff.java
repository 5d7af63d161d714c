package cn.guatu.notification.rule;

import java.time.Duration;

/** How long to wait before trying again: 1, 2, 4 … minutes, an hour at most, for as long as it takes. */
public final class Backoff {

    private static final int LONGEST_MINUTES = 60;
    private static final int DOUBLINGS = 6;

    private Backoff() {}

    /** @param attempts how often it was tried, from 1 */
    public static Duration after(int attempts) {
        int doubled = 1 << Math.min(Math.max(attempts, 1) - 1, DOUBLINGS);
        return Duration.ofMinutes(Math.min(doubled, LONGEST_MINUTES));
    }
}
