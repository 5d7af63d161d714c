package cn.guatu.scheduling.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coverage by reserve: semantics §11. */
class CoverageTest {

    @Test
    void eightyHectaresWithTwentyEightPointNineInReserveAreCovered136PerCentAtFaceValue() {
        Coverage coverage =
                Coverage.of(new BigDecimal("80"), new BigDecimal("80"), List.of(part("20", "0.5"), part("8.9", "0.2")));

        assertThat(coverage.atFaceValue()).isEqualByComparingTo("1.36125");
        // 80 + 20 × 0.5 + 8.9 × 0.2
        assertThat(coverage.withProbability()).isEqualByComparingTo("1.14725");
        assertThat(coverage.byPlan()).isEqualByComparingTo("1");
    }

    @Test
    void withoutATargetThereIsNoCoverage() {
        Coverage coverage = Coverage.of(null, BigDecimal.TEN, List.of(part("5", "1")));

        assertThat(coverage.atFaceValue()).isNull();
        assertThat(Coverage.of(BigDecimal.ZERO, BigDecimal.TEN, List.of()).withProbability())
                .isNull();
        assertThat(coverage.reserve()).isEqualByComparingTo("5");
    }

    private static Coverage.Part part(String expected, String probability) {
        return new Coverage.Part(new BigDecimal(expected), new BigDecimal(probability));
    }
}
