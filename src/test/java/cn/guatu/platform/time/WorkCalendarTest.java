package cn.guatu.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 25);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final LocalDate SUNDAY = FRIDAY.plusDays(2);
    private static final LocalDate MONDAY = FRIDAY.plusDays(3);

    private final WorkCalendar calendar = new WorkCalendar(Map.of(FRIDAY, true, SUNDAY, false));

    @Test
    void aHolidayOnAFridayIsOffAndAMakeUpSundayIsWorked() {
        assertThat(calendar.isWorkingDay(FRIDAY)).isFalse();
        assertThat(calendar.isWorkingDay(SATURDAY)).isFalse();
        assertThat(calendar.isWorkingDay(SUNDAY)).isTrue();
        assertThat(calendar.isWorkingDay(MONDAY)).isTrue();
    }

    @Test
    void stepsOverDaysOffInBothDirections() {
        LocalDate thursday = FRIDAY.minusDays(1);
        assertThat(calendar.nextWorkingDay(thursday)).isEqualTo(SUNDAY);
        assertThat(calendar.previousWorkingDay(SUNDAY)).isEqualTo(thursday);
        assertThat(calendar.plusWorkingDays(thursday, 2)).isEqualTo(MONDAY);
        assertThat(calendar.plusWorkingDays(MONDAY, -2)).isEqualTo(thursday);
        assertThat(calendar.plusWorkingDays(FRIDAY, 0)).isEqualTo(FRIDAY);
    }

    @Test
    void countsAfterTheFirstDayUpToAndWithTheLast() {
        LocalDate thursday = FRIDAY.minusDays(1);
        assertThat(calendar.workingDaysBetween(thursday, MONDAY)).isEqualTo(2);
        assertThat(calendar.workingDaysBetween(MONDAY, MONDAY)).isZero();
        assertThat(calendar.workingDaysBetween(MONDAY, thursday)).isEqualTo(-2);
    }
}
