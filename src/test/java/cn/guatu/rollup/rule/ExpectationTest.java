package cn.guatu.rollup.rule;

import static cn.guatu.rollup.rule.FiguresTest.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.rollup.Light;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Semantics §7 and the target lights of §8. */
class ExpectationTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-31, 83.3%",
        "2026-10-30, 75.0%",
        "2026-11-15, 83.3%",
        "2026-01-30, 0.0%",
        "2026-01-31, 8.3%",
        "2026-02-28, 16.7%",
        "2026-12-31, 100.0%",
        "2025-12-31, 0.0%",
        "2027-01-01, 100.0%"
    })
    void monthLinearCountsCompletedMonthsAndTheLastDayCompletesOne(LocalDate cutOff, String expected) {
        assertThat(Exact.percent(Expectation.monthLinear(2026, cutOff))).isEqualTo(expected);
    }

    @Test
    void inALeapYearFebruaryIsCompleteOnTheTwentyNinth() {
        assertThat(Expectation.completedMonths(2024, LocalDate.of(2024, 2, 28))).isEqualTo(1);
        assertThat(Expectation.completedMonths(2024, LocalDate.of(2024, 2, 29))).isEqualTo(2);
    }

    @Test
    void dayLinearCountsDaysOfTheYear() {
        BigDecimal half = Expectation.dayLinear(2024, LocalDate.of(2024, 6, 30));
        assertThat(half).isEqualByComparingTo(Exact.divide(182, 366));
        assertThat(Exact.percent(half)).isEqualTo("49.7%");
        assertSame(Expectation.dayLinear(2024, LocalDate.of(2023, 12, 31)), "0");
        assertSame(Expectation.dayLinear(2024, LocalDate.of(2024, 12, 31)), "1");
        assertSame(Expectation.dayLinear(2024, LocalDate.of(2025, 1, 1)), "1");
    }

    @Test
    void aPlanIsAStepAtMonthEndsAndABlankMonthKeepsTheMonthBefore() {
        var plan = new TreeMap<>(Map.of(3, new BigDecimal("10"), 6, new BigDecimal("40")));
        assertSame(Expectation.step(plan, 2026, LocalDate.of(2026, 3, 30)), "0");
        assertSame(Expectation.step(plan, 2026, LocalDate.of(2026, 3, 31)), "10");
        assertSame(Expectation.step(plan, 2026, LocalDate.of(2026, 6, 29)), "10");
        assertSame(Expectation.step(plan, 2026, LocalDate.of(2026, 6, 30)), "40");
        assertSame(Expectation.step(plan, 2026, LocalDate.of(2027, 6, 30)), "40");
        assertSame(Expectation.step(plan, 2026, LocalDate.of(2025, 6, 30)), "0");
    }

    @Test
    void anInterpolatedPlanMovesByDaysBetweenMonthEnds() {
        var plan = new TreeMap<>(Map.of(1, new BigDecimal("31"), 3, new BigDecimal("93")));
        assertSame(Expectation.interpolated(plan, 2026, LocalDate.of(2026, 1, 10)), "10");
        assertSame(Expectation.interpolated(plan, 2026, LocalDate.of(2026, 1, 31)), "31");
        assertSame(Expectation.interpolated(plan, 2026, LocalDate.of(2026, 2, 14)), "31");
        assertSame(Expectation.interpolated(plan, 2026, LocalDate.of(2026, 3, 16)), "63");
        assertSame(Expectation.interpolated(plan, 2026, LocalDate.of(2026, 12, 24)), "93");
        assertSame(Expectation.interpolated(plan, 2026, LocalDate.of(2027, 1, 1)), "93");
    }

    @Test
    void aPlanIsDividedByTheTargetInForceAndAbsentWithoutACurve() {
        AYear year = new AYear(2026);
        var curve = year.target("计划", TargetKind.FLOW, Pace.PLAN_CURVE, "80");
        year.plan(curve, 5, "20").version(curve, VersionStatus.ADJUSTED, "100", LocalDate.of(2026, 6, 1));
        assertSame(year.district(curve, LocalDate.of(2026, 5, 31)).expected(), "0.25");
        assertSame(year.district(curve, LocalDate.of(2026, 6, 1)).expected(), "0.2");
        var none = year.target("无曲线", TargetKind.FLOW, Pace.PLAN_CURVE, "80");
        Figure figure = year.district(none, LocalDate.of(2026, 6, 1));
        assertThat(figure.expected()).isNull();
        assertThat(figure.planned()).isNull();
        assertThat(figure.deviation()).isNull();
        assertThat(figure.light()).isEqualTo(Light.GREY);
        var both = year.flow("月度", "80");
        year.plan(both, 5, "8");
        assertSame(year.district(both, LocalDate.of(2026, 5, 31)).planned(), "0.1");
        assertThat(Exact.percent(year.district(both, LocalDate.of(2026, 5, 31)).expected()))
                .isEqualTo("41.7%");
    }

    @ParameterizedTest
    @CsvSource({"10, 0.972, 13.9", "8, 0.74, 7.3", "3, 0.3090, 5.9"})
    void deviationIsRateLessExpected(int months, BigDecimal rate, String points) {
        BigDecimal expected = Expectation.monthLinear(
                2026, LocalDate.of(2026, months, 1).plusMonths(1).minusDays(1));
        assertThat(Exact.points(rate.subtract(expected))).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, GREEN",
        "0.4999999999999999999999, 0.5, YELLOW",
        "0.4, 0.5, YELLOW",
        "0.39999999999999999999999, 0.5, ORANGE",
        "0.2, 0.5, ORANGE",
        "0.19999999999999999999, 0.5, RED",
        "1, 1.5, DONE",
        "0, 0, NOT_DUE",
        "0, 0.05, YELLOW",
        "-0.1, 0, YELLOW",
    })
    void theFirstBandThatMatchesDecidesUnrounded(BigDecimal rate, BigDecimal expected, Light light) {
        LightRule.Verdict verdict = LightRule.DEFAULT.judge(rate, expected, rate, "");
        assertThat(verdict.light()).isEqualTo(light);
        assertThat(verdict.reason()).contains("指标灯规则第1版").contains(light.label());
    }

    @Test
    void anAbsentRateIsGreyEvenWhenNothingIsExpected() {
        LightRule.Verdict verdict = LightRule.DEFAULT.judge(null, BigDecimal.ZERO, BigDecimal.ZERO, "没有目标");
        assertThat(verdict.light()).isEqualTo(Light.GREY);
        assertThat(verdict.reason()).startsWith("没有目标");
    }

    @Test
    void aRuleWithAGapOrAnOverlapIsRefused() {
        BigDecimal zero = BigDecimal.ZERO;
        BigDecimal one = BigDecimal.ONE;
        var open = new LightRule.Band(one, null, Light.GREEN);
        assertThatThrownBy(() -> new LightRule("v", List.of(open, new LightRule.Band(null, zero, Light.RED))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LightRule(
                        "v",
                        List.of(new LightRule.Band(zero, null, Light.GREEN), new LightRule.Band(null, one, Light.RED))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LightRule("v", List.of(open))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LightRule("v", List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
