package cn.guatu.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How far the clock of this server is from the database's. Servers whose clocks disagree would not agree on what is due. */
@Component
public class ClockDrift {

    private final Clock system;
    private final ClockQueries queries;

    @Autowired
    ClockDrift(ClockQueries queries) {
        this(queries, Clock.systemUTC());
    }

    ClockDrift(ClockQueries queries, Clock system) {
        this.queries = queries;
        this.system = system;
    }

    /**
     * How far this server is ahead of the database, negative when behind; zero when the question took longer than the difference, so that a
     * slow answer is not taken for a wrong clock.
     */
    public Duration aheadOfDatabase() {
        Instant asked = system.instant();
        Instant database = queries.now();
        Instant answered = system.instant();
        Duration half = Duration.between(asked, answered).dividedBy(2);
        Duration ahead = Duration.between(database, asked.plus(half));
        Duration certain = ahead.abs().minus(half);
        if (certain.isNegative()) {
            return Duration.ZERO;
        }
        return ahead.isNegative() ? certain.negated() : certain;
    }
}
