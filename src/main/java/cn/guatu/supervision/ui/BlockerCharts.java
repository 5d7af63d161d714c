package cn.guatu.supervision.ui;

import cn.guatu.platform.chart.ApexChart;
import cn.guatu.platform.chart.Series;
import cn.guatu.platform.chart.XAxis;
import cn.guatu.platform.chart.YAxis;
import cn.guatu.platform.ui.Figures;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerTier;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the shown blockers come to: how many, how long, how much of which target, and how many by cause. */
class BlockerCharts extends Div {

    BlockerCharts(List<BlockersView.Line> lines, LocalDate today) {
        addClassName("guatu-register-strip");
        add(sums(lines, today), causes(lines));
    }

    private static Div sums(List<BlockersView.Line> lines, LocalDate today) {
        List<Blocker> open = lines.stream()
                .map(BlockersView.Line::blocker)
                .filter(Blocker::isOpen)
                .toList();
        long longest =
                open.stream().mapToLong(each -> each.daysHeld(today)).max().orElse(0);
        long mean = Math.round(
                open.stream().mapToLong(each -> each.daysHeld(today)).average().orElse(0));
        Facts facts = new Facts()
                .with("还在堵", open.size() + " 条")
                .with("已堵", open.isEmpty() ? null : "平均 " + mean + " 天,最长 " + longest + " 天");
        for (BlockerTier tier : List.of(BlockerTier.HEADQUARTERS, BlockerTier.TASK_FORCE)) {
            facts.with(
                    "在" + tier.label(),
                    open.stream().filter(each -> each.standing().tier() == tier).count() + " 条");
        }
        Map<String, BigDecimal> held = new TreeMap<>();
        Map<String, String> units = new TreeMap<>();
        lines.stream()
                .filter(each -> each.blocker().isOpen()
                        && each.target() != null
                        && each.blocker().quantity() != null)
                .forEach(each -> {
                    held.merge(each.target().name(), each.blocker().quantity(), BigDecimal::add);
                    units.put(each.target().name(), each.target().unit());
                });
        facts.with(
                "堵住的量",
                held.entrySet().stream()
                        .limit(4)
                        .map(each -> each.getKey() + " "
                                + Figures.quantity(each.getValue(), units.getOrDefault(each.getKey(), "")))
                        .collect(Collectors.joining(";")));
        return card("合计", facts);
    }

    private static Div causes(List<BlockersView.Line> lines) {
        List<String> names = new ArrayList<>();
        List<@Nullable BigDecimal> counts = new ArrayList<>();
        for (BlockerCause cause : BlockerCause.values()) {
            names.add(cause.label());
            counts.add(BigDecimal.valueOf(lines.stream()
                    .filter(each -> each.blocker().cause() == cause)
                    .count()));
        }
        ApexChart chart = new ApexChart()
                .withXAxis(XAxis.of(names))
                .withYAxis(new YAxis(0.0, null, " 条", 0, true))
                .withSeries(Series.bar("堵点", counts).coloured("#1f66c1"))
                .withoutLegend();
        chart.getElement().setAttribute("aria-label", "按原因统计的堵点条数");
        return card("按原因", chart);
    }

    private static Div card(String title, com.vaadin.flow.component.Component content) {
        Div card = new Div(new H2(title), content);
        card.addClassName("guatu-card");
        return card;
    }
}
