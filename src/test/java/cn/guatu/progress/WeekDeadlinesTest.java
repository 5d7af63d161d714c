package cn.guatu.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Semantics §12: due Thursday 17:00, closed Friday 12:00, on the working day before when that day is off. */
class WeekDeadlinesTest {

    private static final WorkCalendar ORDINARY = new WorkCalendar(Map.of());
    private static final ReportingWeek W24 = ReportingWeek.of(2026, 24);

    @Test
    void an_ordinary_week_is_due_on_thursday_and_closes_on_friday() {
        assertThat(WeekDeadlines.USUAL.due(W24, ORDINARY)).isEqualTo(beijing("2026-06-11T17:00"));
        assertThat(WeekDeadlines.USUAL.closes(W24, ORDINARY)).isEqualTo(beijing("2026-06-12T12:00"));
    }

    @Test
    void a_friday_off_closes_on_the_working_day_before_at_the_same_hour() {
        WorkCalendar dragonBoat =
                new WorkCalendar(Map.of(LocalDate.of(2026, 6, 18), true, LocalDate.of(2026, 6, 19), true));
        ReportingWeek w25 = W24.next();

        assertThat(WeekDeadlines.USUAL.due(w25, dragonBoat)).isEqualTo(beijing("2026-06-17T17:00"));
        assertThat(WeekDeadlines.USUAL.closes(w25, dragonBoat)).isEqualTo(beijing("2026-06-17T12:00"));
    }

    @Test
    void a_week_is_open_from_monday_or_from_the_closing_of_the_one_before() {
        Instant fridayNoon = beijing("2026-06-12T12:00");

        assertThat(WeekDeadlines.USUAL.isOpen(W24, ORDINARY, fridayNoon.minusSeconds(1)))
                .isTrue();
        assertThat(WeekDeadlines.USUAL.isOpen(W24, ORDINARY, fridayNoon)).isFalse();
        assertThat(WeekDeadlines.USUAL.isOpen(W24.next(), ORDINARY, fridayNoon)).isTrue();
        assertThat(WeekDeadlines.USUAL.isOpen(W24.next(), ORDINARY, fridayNoon.minusSeconds(1)))
                .isFalse();
        assertThat(WeekDeadlines.USUAL.current(ORDINARY, fridayNoon.minusSeconds(1)))
                .isEqualTo(W24);
        assertThat(WeekDeadlines.USUAL.current(ORDINARY, fridayNoon)).isEqualTo(W24.next());
    }

    private static Instant beijing(String time) {
        return LocalDateTime.parse(time).atZone(BusinessClock.ZONE).toInstant();
    }
}
