package cn.guatu.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.testing.GuatuTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** quality.md: a clock more than 500 ms from the database's refuses to schedule. */
@GuatuTest
class ClockDriftTest {

    @Autowired
    private ClockQueries queries;

    @Test
    void clocksOfOneMachineAgree() {
        assertThat(new ClockDrift(queries, Clock.systemUTC()).aheadOfDatabase().abs())
                .isLessThan(Duration.ofMillis(500));
    }

    @Test
    void aClockThatIsAheadOrBehindIsFoundOut() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(20));
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-20));

        assertThat(new ClockDrift(queries, ahead).aheadOfDatabase()).isGreaterThan(Duration.ofSeconds(10));
        assertThat(new ClockDrift(queries, behind).aheadOfDatabase()).isLessThan(Duration.ofSeconds(-10));
    }
}
