package cn.guatu.rollup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.rollup.Light;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The node lights of semantics §8, late measured in working days (rulings). */
class NodeLightTest {

    // 2026-06-12 is a Friday.
    @ParameterizedTest
    @CsvSource({
        "2026-06-12, , 2026-06-12, DUE_SOON, 0",
        "2026-06-12, , 2026-06-14, DUE_SOON, 0",
        "2026-06-12, , 2026-06-15, ORANGE, 1",
        "2026-06-12, , 2026-06-26, ORANGE, 10",
        "2026-06-12, , 2026-06-28, ORANGE, 10",
        "2026-06-12, , 2026-06-29, RED, 11",
        "2026-06-12, , 2026-05-29, DUE_SOON, 0",
        "2026-06-12, , 2026-05-28, NOT_DUE, 0",
        "2026-06-12, 2026-06-12, 2026-06-30, GREEN, 0",
        "2026-06-12, 2026-06-01, 2026-06-30, GREEN, 0",
        "2026-06-12, 2026-06-13, 2026-06-30, YELLOW, 0",
        "2026-06-12, 2026-06-16, 2026-06-30, YELLOW, 2",
        "2026-06-12, 2026-06-16, 2026-06-15, ORANGE, 1",
    })
    void aNodeIsJudgedAtTheCutOff(
            LocalDate planned, @Nullable LocalDate actual, LocalDate cutOff, Light light, int daysLate) {
        NodeLight judged = judge(planned, actual, cutOff, new WorkCalendar(Map.of()));
        assertThat(judged.light()).isEqualTo(light);
        assertThat(judged.daysLate()).isEqualTo(daysLate);
        assertThat(judged.reason()).contains(light.label());
    }

    @Test
    void holidaysDoNotMakeLateAndMakeUpDaysDo() {
        LocalDate friday = LocalDate.of(2026, 6, 12);
        var calendar = new WorkCalendar(Map.of(friday.plusDays(1), false, friday.plusDays(3), true));
        assertThat(judge(friday, null, friday.plusDays(1), calendar).daysLate()).isEqualTo(1);
        assertThat(judge(friday, null, friday.plusDays(3), calendar).daysLate()).isEqualTo(1);
    }

    private static NodeLight judge(
            LocalDate planned, @Nullable LocalDate actual, LocalDate cutOff, WorkCalendar calendar) {
        AYear year = new AYear(2026);
        var node = year.node(year.phase(AYear.RENEWAL, Map.of(AYear.JIA, "1")), planned, actual, null, null, null);
        NodeLight judged = NodeLight.of(node, cutOff, calendar);
        assertThat(NodeLight.lightOf(node, cutOff, calendar)).isEqualTo(judged.light());
        return judged;
    }
}
