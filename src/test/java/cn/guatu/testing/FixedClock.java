package cn.guatu.testing;

import cn.guatu.platform.time.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** A business clock that stands where a test puts it: on Sunday 1 November 2026, nine in the morning, at first. */
public class FixedClock extends BusinessClock {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 1, 9, 0);

    private final Hands hands;

    /** A clock at its start. */
    public FixedClock() {
        this(new Hands());
    }

    private FixedClock(Hands hands) {
        super(hands);
        this.hands = hands;
    }

    /** Puts the clock to an instant. */
    public void set(Instant instant) {
        hands.instant = instant;
    }

    /** Puts the clock to a date and time in Shanghai. */
    public void set(LocalDateTime local) {
        set(local.atZone(ZONE).toInstant());
    }

    /** Puts the clock to nine in the morning of a day. */
    public void set(LocalDate day) {
        set(day.atTime(LocalTime.of(9, 0)));
    }

    /** Moves the clock forward. */
    public void advance(Duration by) {
        set(hands.instant.plus(by));
    }

    /** Puts the clock back to its start. */
    public void reset() {
        set(START);
    }

    private static final class Hands extends Clock {

        private volatile Instant instant = START.atZone(BusinessClock.ZONE).toInstant();

        @Override
        public ZoneId getZone() {
            return BusinessClock.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return instant;
        }
    }
}
