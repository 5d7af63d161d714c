package cn.guatu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoLoaderTest {

    @Test
    void replaysTheStartOfTheYearEachMonthsEndAndToday() {
        assertThat(DemoLoader.days(LocalDate.of(2026, 4, 12)))
                .containsExactly(
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 12));
    }

    @Test
    void hasOnlyTodayInTheFirstDaysOfTheYear() {
        assertThat(DemoLoader.days(LocalDate.of(2026, 1, 2))).containsExactly(LocalDate.of(2026, 1, 2));
    }

    @Test
    void doesNotReplayTheSameDayTwiceAtAMonthsEnd() {
        assertThat(DemoLoader.days(LocalDate.of(2026, 1, 31)))
                .containsExactly(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 31));
    }
}
