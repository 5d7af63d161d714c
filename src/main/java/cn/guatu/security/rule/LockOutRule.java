package cn.guatu.security.rule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When failed sign-ins lock a name or a source.
 *
 * @param mostFailures the failure that locks
 * @param locked how long, and also how long a failure is remembered
 */
public record LockOutRule(int mostFailures, Duration locked) {

    /** 5 failures lock a name for 15 minutes. */
    public static final LockOutRule ACCOUNT = new LockOutRule(5, Duration.ofMinutes(15));

    /** 30 failures lock a source for 15 minutes: a whole bureau may share one address. */
    public static final LockOutRule SOURCE = new LockOutRule(30, Duration.ofMinutes(15));

    /**
     * Failures on record, and until when sign-in is locked.
     *
     * @param count failures in a row
     * @param lastAt the latest of them
     * @param lockedUntil null when not locked
     */
    public record Failures(
            int count, Instant lastAt, @Nullable Instant lockedUntil) {

        /** Whether a sign-in at this instant is refused unheard. */
        public boolean lockedAt(Instant now) {
            return lockedUntil != null && now.isBefore(lockedUntil);
        }
    }

    /** The record after one more failure; an old failure, or one that already had its lock, is forgotten. */
    public Failures after(@Nullable Failures before, Instant now) {
        boolean remembered = before != null
                && before.lockedUntil() == null
                && !before.lastAt().plus(locked).isBefore(now);
        int count = before != null && remembered ? before.count() + 1 : 1;
        return new Failures(count, now, count >= mostFailures ? now.plus(locked) : null);
    }
}
