package cn.guatu.wallboard.ui;

import cn.guatu.platform.chart.ApexChart;
import cn.guatu.platform.chart.Series;
import cn.guatu.platform.chart.XAxis;
import cn.guatu.wallboard.Board;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The year as two lines in per cent: 综合完成率 solid, 综合序时 dashed. Drawn anew only when a point moved. */
class TrendChart extends ApexChart {

    private List<Board.TrendLine> drawn = List.of();

    TrendChart() {
        setSizeFull();
        onDark("#9fb0c2", "#223041", 19);
        withoutLegend();
    }

    void show(Board board) {
        List<Board.TrendLine> points = board.trend();
        if (points.equals(drawn)) {
            return;
        }
        drawn = points;
        withXAxis(new XAxis(points.stream().map(p -> p.month() + "月").toList(), 4));
        withSeries(
                Series.line(
                                "序时",
                                percents(points.stream()
                                        .map(Board.TrendLine::expected)
                                        .toList()))
                        .coloured("#9fb0c2")
                        .dashed(6)
                        .wide(3),
                Series.line(
                                "完成",
                                percents(points.stream()
                                        .map(Board.TrendLine::rate)
                                        .toList()))
                        .coloured("#5aa9ff")
                        .wide(5));
    }

    private static List<@Nullable BigDecimal> percents(List<@Nullable BigDecimal> fractions) {
        return fractions.stream()
                .map(f -> f == null ? null : f.movePointRight(2))
                .collect(java.util.ArrayList::new, java.util.ArrayList::add, java.util.ArrayList::addAll);
    }
}
