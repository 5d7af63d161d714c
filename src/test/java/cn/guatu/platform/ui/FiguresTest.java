package cn.guatu.platform.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Semantics §4 and look.md: how figures are read. */
class FiguresTest {

    @Test
    void aRateHasOneDecimalRoundedHalfUpAndIsNeverClamped() {
        assertEquals("100.7%", Figures.rate(new BigDecimal("1.00725")));
        assertEquals("80.6%", Figures.rate(new BigDecimal("0.80575")));
        assertEquals("2.7%", Figures.rate(new BigDecimal("0.026667")));
        assertEquals("0.1%", Figures.rate(new BigDecimal("0.0005")));
        assertEquals("1.0%", Figures.rate(new BigDecimal("0.01")));
    }

    @Test
    void whatIsMissingIsADashAndNeverZero() {
        assertEquals("—", Figures.rate(null));
        assertEquals("—", Figures.points(null));
        assertEquals("—", Figures.quantity(null, "公顷"));
        assertEquals("0\u2009公顷", Figures.quantity(BigDecimal.ZERO, "公顷"));
    }

    @Test
    void aDifferenceOfRatesHasASignAndPercentagePoints() {
        assertEquals("+13.9\u2009个百分点", Figures.points(new BigDecimal("0.138667")));
        assertEquals("\u221214.9\u2009个百分点", Figures.points(new BigDecimal("-0.149")));
        assertEquals("0.0", Figures.pointsOnly(new BigDecimal("-0.0004")));
    }

    @Test
    void aQuantityKeepsItsDigitsAndAPerCentIsShownPerCent() {
        assertEquals("1809.77\u2009亩", Figures.quantity(new BigDecimal("1809.770000"), "亩"));
        assertEquals("48.3\u2009公顷", Figures.quantity(new BigDecimal("48.300000"), "公顷"));
        assertEquals("7600\u2009亩", Figures.quantity(new BigDecimal("7.6E+3"), "亩"));
        assertEquals("95%", Figures.quantity(new BigDecimal("0.95"), "%"));
        assertEquals("\u22121.6", Figures.number(new BigDecimal("-1.6")));
    }

    @Test
    void aDayNamesItsYearOnlyWhenItIsAnother() {
        assertEquals("10月31日", Figures.day(LocalDate.of(2018, 10, 31), 2018));
        assertEquals("2019年1月5日", Figures.day(LocalDate.of(2019, 1, 5), 2018));
    }
}
