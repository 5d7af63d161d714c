package cn.guatu.wallboard;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.battlechart.BattleChartService;
import cn.guatu.battlechart.ChartFilter;
import cn.guatu.battlechart.Grouping;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 作战图: the year on one picture, projects by street against time. */
@Component
class ChartPage implements WallPage {

    @Override
    public String kind() {
        return "CHART";
    }

    @Override
    public String label() {
        return "作战图";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public int usualDwell() {
        return 60;
    }

    @Override
    public boolean readsMore() {
        return true;
    }

    /** Rows in groups between two days. */
    record Chart(LocalDate from, LocalDate until, LocalDate today, List<Group> groups) {}

    /** Rows of a street. */
    record Group(String name, List<Row> rows) {}

    /** A phase. */
    record Row(
            String name,
            String department,
            String light,
            String word,
            LocalDate starts,
            @Nullable LocalDate planned,
            @Nullable LocalDate forecast,
            List<Mark> marks) {}

    /** A node: where it stands, and where it was planned. */
    record Mark(String name, LocalDate planned, LocalDate at, boolean done, String light) {}

    private final BattleChartService charts;

    ChartPage(BattleChartService charts) {
        this.charts = charts;
    }

    @Override
    public Object slice(PageFacts facts) {
        BattleChart chart = charts.chart(
                facts.year(),
                Grouping.STREET,
                ChartFilter.NONE,
                facts.asOf(),
                facts.access(),
                facts.figures().nodes());
        return new Chart(
                LocalDate.of(facts.year(), 1, 1),
                LocalDate.of(facts.year(), 12, 31),
                chart.cutOff(),
                chart.groups().stream()
                        .map(group -> new Group(
                                group.name(),
                                group.rows().stream().map(ChartPage::row).toList()))
                        .toList());
    }

    private static Row row(BattleChart.Row row) {
        return new Row(
                row.name(),
                row.department(),
                row.light().name(),
                row.light().label(),
                row.starts(),
                row.planned(),
                row.forecast(),
                row.marks().stream()
                        .map(mark -> new Mark(
                                mark.name(),
                                mark.planned(),
                                mark.at(),
                                mark.done(),
                                mark.light().name()))
                        .toList());
    }
}
