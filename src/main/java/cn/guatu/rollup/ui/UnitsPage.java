package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.PageState;
import cn.guatu.rollup.By;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.UnitSummary;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.RouteParameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Streets, or departments, ranked by 综合完成率: the same rate has the same rank, the next rank is skipped (1, 1, 3). */
abstract class UnitsPage extends DeskPage {

    /** A line of the ranking; rank is null when there is no rate. */
    private record Line(
            @Nullable Integer rank,
            String unit,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal deviation,
            Light light,
            String reason,
            int targets,
            int withoutRate,
            int lateNodes) {}

    private final By by;

    UnitsPage(String title, By by, Desk desk) {
        super(title, desk);
        this.by = by;
    }

    @Override
    void show(Showing showing, RouteParameters parameters) {
        List<Line> lines =
                ranked(desk().rollup().summary(showing.year(), by, showing.asOf(), showing.scope()), late(showing));
        if (lines.isEmpty()) {
            body(new EmptyState(showing.year() + " 年还没有" + by.label() + "承担的指标或节点计划。", new Anchor("plan", "看一张表")));
            return;
        }
        body(table(showing, lines));
    }

    private Grid<Line> table(Showing showing, List<Line> lines) {
        Grid<Line> grid = new Grid<>();
        grid.addColumn(line -> line.rank() == null ? Figures.NONE : line.rank().toString())
                .setHeader("排名")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("70px")
                .setFlexGrow(0);
        grid.addColumn(Cells.<Line>link(line -> address(line.unit(), showing.year()), Line::unit, line -> ""))
                .setHeader(by.label())
                .setComparator(Line::unit)
                .setFrozen(true)
                .setWidth("160px");
        grid.addColumn(Cells.<Line>light(Line::light, Line::reason, line -> null, line -> open(line.unit())))
                .setHeader("灯")
                .setComparator(line -> line.light().severity())
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addColumn(Cells.<Line>rate(
                        Line::rate,
                        Line::expected,
                        Line::light,
                        line -> Figures.rate(line.rate()),
                        line -> open(line.unit())))
                .setHeader("综合完成率")
                .setWidth("240px");
        figure(grid, "综合序时", line -> Figures.rate(line.expected()));
        figure(grid, "较序时(个百分点)", line -> Figures.pointsOnly(line.deviation()));
        figure(grid, "指标", line -> line.targets() + " 项");
        figure(grid, "无完成率", line -> line.withoutRate() == 0 ? "无" : line.withoutRate() + " 项");
        grid.addColumn(Cells.<Line>link(
                        line -> "nodes?state=LATE&year=" + showing.year() + "&" + parameter() + "="
                                + Addresses.encoded(line.unit()),
                        line -> line.lateNodes() == 0 ? "无" : line.lateNodes() + " 个",
                        line -> ""))
                .setHeader("逾期节点")
                .setComparator(Line::lateNodes)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
        grid.setItems(lines);
        Cells.quiet(grid);
        return grid;
    }

    private void figure(
            Grid<Line> grid, String heading, com.vaadin.flow.function.SerializableFunction<Line, String> text) {
        grid.addColumn(Cells.<Line>figure(line -> "", text, line -> "", line -> open(line.unit())))
                .setHeader(heading)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px")
                .setFlexGrow(0);
    }

    private void open(String unit) {
        explain("", by == By.STREET ? unit : null, by == By.DEPARTMENT ? unit : null);
    }

    private String address(String unit, int year) {
        return by == By.STREET ? Addresses.street(unit, year) : Addresses.department(unit, year);
    }

    private String parameter() {
        return by == By.STREET ? PageState.STREET : PageState.DEPARTMENT;
    }

    private Map<String, Integer> late(Showing showing) {
        Map<String, Integer> late = new HashMap<>();
        for (NodeFigure each : desk().rollup().nodes(showing.year(), NodeState.LATE, showing.asOf(), showing.scope())) {
            for (String unit : by == By.STREET ? each.streets() : List.of(each.leadDepartment())) {
                late.merge(unit, 1, Integer::sum);
            }
        }
        return late;
    }

    private static List<Line> ranked(List<UnitSummary> summaries, Map<String, Integer> late) {
        List<UnitSummary> ordered = summaries.stream()
                .filter(each -> each.unit() != null)
                .sorted(Comparator.comparing(
                        UnitSummary::rate, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            UnitSummary each = ordered.get(i);
            String unit = Objects.requireNonNull(each.unit());
            lines.add(new Line(
                    rank(lines, each.rate(), i + 1),
                    unit,
                    each.rate(),
                    each.expected(),
                    each.deviation(),
                    each.light(),
                    each.lightReason(),
                    each.targets(),
                    each.withoutRate(),
                    late.getOrDefault(unit, 0)));
        }
        return lines;
    }

    private static @Nullable Integer rank(List<Line> before, @Nullable BigDecimal rate, int place) {
        if (rate == null) {
            return null;
        }
        if (before.isEmpty()) {
            return place;
        }
        Line last = before.getLast();
        return last.rate() != null && last.rate().compareTo(rate) == 0 ? last.rank() : Integer.valueOf(place);
    }
}
