package cn.guatu.battlechart.ui;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.platform.chart.TimelineBar;
import cn.guatu.platform.chart.TimelineData;
import cn.guatu.platform.chart.TimelineGroup;
import cn.guatu.platform.chart.TimelineNode;
import cn.guatu.platform.chart.TimelineRow;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.ui.LightBadges;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The chart as the timeline element draws it. */
final class ChartTimeline {

    private ChartTimeline() {}

    /**
     * The whole sheet.
     *
     * @param calendar which days are worked
     */
    static TimelineData of(BattleChart chart, WorkCalendar calendar) {
        List<TimelineGroup> groups = new ArrayList<>();
        for (int i = 0; i < chart.groups().size(); i++) {
            groups.add(group(chart, i));
        }
        return new TimelineData(
                LocalDate.of(chart.year(), 1, 1),
                LocalDate.of(chart.year(), 12, 31),
                chart.cutOff().getYear() == chart.year() ? chart.cutOff() : null,
                chart.rowCount() + " 个分期",
                groups,
                List.of(),
                days(chart.year(), day -> !weekend(day) && !calendar.isWorkingDay(day)),
                days(chart.year(), day -> weekend(day) && calendar.isWorkingDay(day)));
    }

    /** The row that an event of the element names: group and place. */
    static BattleChart.Row row(BattleChart chart, String id) {
        String[] parts = id.split("-", 2);
        return chart.groups().get(Integer.parseInt(parts[0])).rows().get(Integer.parseInt(parts[1]));
    }

    private static Set<LocalDate> days(int year, Predicate<LocalDate> which) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1)).filter(which).collect(Collectors.toSet());
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static TimelineGroup group(BattleChart chart, int place) {
        BattleChart.Group group = chart.groups().get(place);
        List<TimelineRow> rows = new ArrayList<>();
        for (int i = 0; i < group.rows().size(); i++) {
            rows.add(row(chart, group.rows().get(i), place + "-" + i));
        }
        return new TimelineGroup("g" + place, group.name(), note(group), false, rows);
    }

    private static String note(BattleChart.Group group) {
        long red = group.count(Light.RED);
        long orange = group.count(Light.ORANGE);
        return group.rows().size() + " 个" + (red > 0 ? " · 红灯 " + red : "") + (orange > 0 ? " · 督办 " + orange : "");
    }

    private static TimelineRow row(BattleChart chart, BattleChart.Row row, String id) {
        List<TimelineBar> bars = new ArrayList<>();
        if (row.planned() != null) {
            bars.add(new TimelineBar(
                    TimelineBar.Kind.BASELINE, row.starts(), later(row.starts(), row.planned()), false));
        }
        if (row.forecast() != null) {
            bars.add(new TimelineBar(
                    TimelineBar.Kind.FORECAST, row.starts(), later(row.starts(), row.forecast()), false));
        }
        long done = row.marks().stream().filter(BattleChart.Mark::done).count();
        String quantities = row.quantities().stream()
                .map(each -> each.name() + " " + each.text())
                .collect(Collectors.joining("；"));
        return new TimelineRow(
                id,
                row.name(),
                row.department() + " · " + row.owner(),
                LightBadges.shape(row.light()),
                row.light().label(),
                row.quantities().isEmpty()
                        ? done + "/" + row.marks().size()
                        : row.quantities().getFirst().text(),
                row.nature() + " · " + String.join("、", row.streets())
                        + (quantities.isEmpty() ? "" : " · " + quantities),
                bars,
                row.marks().stream().map(mark -> node(chart, mark, id)).toList());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other.isBefore(one) ? one : other;
    }

    private static TimelineNode node(BattleChart chart, BattleChart.Mark mark, String row) {
        return new TimelineNode(
                row + "-" + mark.id(),
                mark.name(),
                mark.at(),
                mark.planned(),
                LightBadges.shape(mark.light()),
                mark.light().label(),
                mark.critical() && !mark.done(),
                false,
                null,
                mark.owner() + " · 计划" + Figures.day(mark.planned(), chart.year()) + " · " + mark.reason());
    }
}
