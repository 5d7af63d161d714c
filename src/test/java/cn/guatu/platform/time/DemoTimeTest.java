package cn.guatu.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How far the clock of a demonstration is ahead is kept, and never falls back. */
@GuatuTest
class DemoTimeTest {

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    RetryingTransactions transactions;

    @Autowired
    DemoTimeStore store;

    @BeforeEach
    void empty() {
        cleaner.clear();
    }

    private Duration keep(Duration ahead) {
        transactions.run(() -> store.save(ahead, "admin", clock.now()));
        return transactions.execute(store::ahead);
    }

    @Test
    void the_clock_stays_where_it_was_moved_to_and_does_not_fall_back() {
        assertThat(keep(Duration.ofDays(3))).isEqualTo(Duration.ofDays(3));
        assertThat(keep(Duration.ofDays(5))).isEqualTo(Duration.ofDays(5));
        assertThat(keep(Duration.ofDays(1))).isEqualTo(Duration.ofDays(5));
    }
}
