package cn.guatu.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.testing.GuatuTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The calendar is remembered between two questions, and still never says what is not so (decision 0038). */
@GuatuTest
class WorkCalendarsTest {

    // A Wednesday far from every notice of holidays.
    private static final LocalDate DAY = LocalDate.of(2031, 5, 14);

    @Autowired
    private WorkCalendars calendars;

    @Autowired
    private RetryingTransactions transactions;

    @AfterEach
    void makeTheDayOrdinaryAgain() {
        transactions.run(() -> calendars.remove(List.of(DAY)));
    }

    @Test
    void aDayMadeFreeIsFreeAtOnce() {
        assertThat(calendars.current().isWorkingDay(DAY)).isTrue();

        transactions.run(() -> calendars.put(List.of(free())));

        assertThat(calendars.current().isWorkingDay(DAY)).isFalse();
    }

    @Test
    void whoChangesTheCalendarSeesItChangedAndNobodyElseDoesBeforeTheCommit() {
        assertThat(calendars.current().isWorkingDay(DAY)).isTrue();

        assertThatThrownBy(() -> transactions.run(() -> {
                    calendars.put(List.of(free()));
                    assertThat(calendars.current().isWorkingDay(DAY)).isFalse();
                    throw new IllegalStateException("thought better of it");
                }))
                .hasMessage("thought better of it");

        assertThat(calendars.current().isWorkingDay(DAY)).isTrue();
    }

    private static CalendarException free() {
        return new CalendarException(DAY, true, "校庆");
    }
}
