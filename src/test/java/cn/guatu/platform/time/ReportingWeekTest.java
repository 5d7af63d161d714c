package cn.guatu.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportingWeekTest {

    @Test
    void runsFromMondayToSunday() {
        ReportingWeek week = ReportingWeek.of(2026, 44);
        assertThat(week.firstDay()).isEqualTo("2026-10-26");
        assertThat(week.lastDay()).isEqualTo("2026-11-01");
        assertThat(week.contains(LocalDate.of(2026, 11, 1))).isTrue();
        assertThat(week.contains(LocalDate.of(2026, 11, 2))).isFalse();
    }

    @Test
    void theFirstDaysOfJanuaryMayBelongToTheYearBefore() {
        assertThat(ReportingWeek.containing(LocalDate.of(2027, 1, 3))).isEqualTo(ReportingWeek.of(2026, 53));
        assertThat(ReportingWeek.of(2026, 53).next()).isEqualTo(ReportingWeek.of(2027, 1));
    }

    @Test
    void readsAndWritesTheIsoForm() {
        assertThat(ReportingWeek.parse("2026-W04")).hasToString("2026-W04").isEqualTo(ReportingWeek.of(2026, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> ReportingWeek.parse("2026-4"));
        assertThatIllegalArgumentException().isThrownBy(() -> ReportingWeek.parse("2025-W53"));
    }
}
