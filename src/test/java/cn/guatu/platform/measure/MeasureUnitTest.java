package cn.guatu.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** semantics §3, Units convert exactly; rulings, Figures and Percent. */
class MeasureUnitTest {

    @ParameterizedTest
    @CsvSource({
        "1,平方公里,公顷,100",
        "1,km²,平方米,1000000",
        "1,公顷,亩,15",
        "1,万平方米,公顷,1",
        "60,万㎡,公顷,60",
        "1,亿元,万元,10000",
        "1,亩,公顷,0.066667",
        "15,亩,公顷,1",
        "1.6,万平方米,公顷,1.6",
        "7,亩,平方米,4666.666667",
        "1,平方米,公顷,0.0001",
        "5000,元,万元,0.5",
        "0.5,平方公里,亩,750",
        "3,项,项,3"
    })
    void unitsConvertExactly(BigDecimal number, String from, String to, BigDecimal expected) {
        assertThat(MeasureUnit.of(from).convert(number, MeasureUnit.of(to))).isEqualByComparingTo(expected);
    }

    @Test
    void otherUnitsConvertOnlyToThemselves() {
        assertThat(MeasureUnit.of("套").isCompatibleWith(MeasureUnit.of("户"))).isFalse();
        assertThat(MeasureUnit.of("套").isCompatibleWith(MeasureUnit.of(" 套 "))).isTrue();
        assertThatThrownBy(() -> MeasureUnit.of("万元").convert(BigDecimal.ONE, MeasureUnit.of("公顷")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBareNumberUnderPercentMeansPerCent() {
        assertThat(new Amount(new BigDecimal("95"), null, false).in(MeasureUnit.PERCENT))
                .contains(new Quantity(new BigDecimal("0.95"), MeasureUnit.PERCENT));
    }

    @Test
    void perCentIsNoArea() {
        assertThat(new Amount(new BigDecimal("95"), MeasureUnit.PERCENT, false).in(MeasureUnit.of("公顷")))
                .isEmpty();
    }

    @Test
    void aQuantityKeepsSixDecimalsRoundedHalfUp() {
        assertThat(new Quantity(new BigDecimal("0.0000005"), MeasureUnit.of("公顷")).value())
                .isEqualByComparingTo("0.000001");
    }
}
