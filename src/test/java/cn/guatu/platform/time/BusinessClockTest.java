package cn.guatu.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    private final BusinessClock clock =
            new BusinessClock(Clock.fixed(Instant.parse("2026-10-31T16:00:00.123456789Z"), ZoneOffset.UTC));

    @Test
    void aDayBeginsAtMidnightInShanghai() {
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    @Test
    void anInstantHasTheMicrosecondsThatTheDatabaseKeeps() {
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-10-31T16:00:00.123456Z"));
    }

    @Test
    void replayingStandsStillAndEndsWithTheWork() {
        Instant then = Instant.parse("2026-02-01T00:00:00Z");
        assertThat(clock.<LocalDate>at(then, clock::today)).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 11, 1));
    }
}
