package cn.guatu.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * The only one who may be asked for the time. Instants have microseconds, as the database keeps them, so that what was
 * written compares equal to what is read back.
 */
public class BusinessClock {

    /** The time zone of the business, whatever the server's. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private final ScopedValue<Instant> replayed = ScopedValue.newInstance();

    /**
     * A clock of the business on top of a technical one.
     *
     * @param clock where the time comes from
     */
    public BusinessClock(Clock clock) {
        this.clock = clock;
    }

    /** The present instant, or the one that {@link #at} replays on this thread. */
    public Instant now() {
        Instant instant = replayed.isBound() ? replayed.get() : clock.instant();
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Today in the business time zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** The business time zone. */
    public ZoneId zone() {
        return ZONE;
    }

    /**
     * Does work as if it were then: this thread's {@link #now()} stands still at the instant. Made for replaying a year
     * of demo data through the real services.
     *
     * @param instant the instant to work at
     * @param work what to do
     * @return what the work returns
     */
    public <T> T at(Instant instant, Supplier<T> work) {
        return ScopedValue.where(replayed, instant).call(work::get);
    }

    /**
     * Like {@link #at(Instant, Supplier)}, for work without a result.
     *
     * @param instant the instant to work at
     * @param work what to do
     */
    public void at(Instant instant, Runnable work) {
        ScopedValue.where(replayed, instant).run(work);
    }
}
