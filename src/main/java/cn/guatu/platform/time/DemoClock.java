package cn.guatu.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of a demonstration: the server's, and as far ahead of it as somebody has moved it. It never goes back. */
public final class DemoClock extends BusinessClock {

    private final Ahead ahead;

    DemoClock() {
        this(new Ahead());
    }

    private DemoClock(Ahead ahead) {
        super(ahead);
        this.ahead = ahead;
    }

    /** How far it is ahead of the server's clock. */
    public Duration ahead() {
        return ahead.by;
    }

    /** Sets how far it is ahead; less than before is ignored. */
    void setAhead(Duration by) {
        ahead.atLeast(by);
    }

    private static final class Ahead extends Clock {

        private final Clock server = Clock.systemUTC();
        private volatile Duration by = Duration.ZERO;

        private synchronized void atLeast(Duration wanted) {
            if (wanted.compareTo(by) > 0) {
                by = wanted;
            }
        }

        @Override
        public ZoneId getZone() {
            return server.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the business has one zone");
        }

        @Override
        public Instant instant() {
            return server.instant().plus(by);
        }
    }
}
