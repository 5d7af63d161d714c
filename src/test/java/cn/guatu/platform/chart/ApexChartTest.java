package cn.guatu.platform.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the typed face tells ApexCharts. */
class ApexChartTest {

    @Test
    void aPlanIsDashedAndAGapStaysAGap() {
        JsonNode options = new ApexChart()
                .withXAxis(XAxis.of(List.of("1月", "2月")))
                .withSeries(
                        Series.line("序时", List.of(new BigDecimal("8.3"), new BigDecimal("16.7")))
                                .dashed(6),
                        Series.line("完成", Arrays.asList(new BigDecimal("7.5"), null)))
                .options();
        assertEquals(6, options.at("/stroke/dashArray/0").asInt());
        assertEquals(0, options.at("/stroke/dashArray/1").asInt());
        assertTrue(options.at("/series/1/data/1").isNull());
        assertEquals("7.5", options.at("/series/1/data/0").asString());
        assertFalse(options.has("responsive"));
    }

    @Test
    void aSparklineHasNeitherAxesNorLegend() {
        JsonNode options = new ApexChart()
                .asSparkline()
                .withSeries(Series.area("完成", List.of(BigDecimal.ONE)))
                .options();
        assertTrue(options.at("/chart/sparkline/enabled").asBoolean());
        assertFalse(options.at("/legend/show").asBoolean());
        assertEquals("area", options.at("/chart/type").asString());
    }

    @Test
    void barsFromOneValueToAnotherAreFilled() {
        JsonNode options = new ApexChart()
                .horizontal()
                .withXAxis(XAxis.of(List.of("上月底", "本月底")))
                .withRanges(List.of(
                        new Range(BigDecimal.ZERO, BigDecimal.ONE, "#1f3a5f"),
                        new Range(BigDecimal.ZERO, BigDecimal.TWO, "#1f3a5f")))
                .options();
        assertEquals("rangeBar", options.at("/chart/type").asString());
        assertEquals(1, options.at("/fill/opacity").asInt(), "an empty list would leave the bars invisible");
        assertEquals(0, options.at("/stroke/width").asInt(-1), "an empty list would cut them off");
    }
}
