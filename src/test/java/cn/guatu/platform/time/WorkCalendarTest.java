package cn.guatu.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
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

    @Test
    void aCountOverAnyRangeIsThatOfTheDaysOneByOne() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            Map<LocalDate, Boolean> exceptions = new HashMap<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                exceptions.put(FRIDAY.plusDays(random.nextInt(200)), random.nextBoolean());
            }
            WorkCalendar some = new WorkCalendar(exceptions);
            LocalDate after = FRIDAY.plusDays(random.nextInt(200));
            LocalDate upTo = after.plusDays(random.nextInt(120));
            int worked = 0;
            for (LocalDate day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
                worked += some.isWorkingDay(day) ? 1 : 0;
            }
            assertThat(some.workingDaysBetween(after, upTo))
                    .as("%s to %s, %s", after, upTo, exceptions)
                    .isEqualTo(worked);
        }
    }
}
