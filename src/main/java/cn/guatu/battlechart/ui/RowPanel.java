package cn.guatu.battlechart.ui;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.ui.LightBadges;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands behind a row of the chart: who, what is recognised with the way to its 口径卡, and every node with the reason of its light. */
final class RowPanel {

    private RowPanel() {}

    /**
     * @param chosen the node that was asked for; null for the row
     */
    static Component[] of(BattleChart chart, BattleChart.Row row, BattleChart.@Nullable Mark chosen) {
        List<Component> parts = new ArrayList<>();
        String project = "projects/"
                + URLEncoder.encode(row.project(), StandardCharsets.UTF_8).replace("+", "%20") + "?year="
                + chart.year();
        parts.add(LightBadges.of(row.light(), "未完成节点中最重的灯"));
        parts.add(new Paragraph(row.nature() + " · " + row.department() + " · 责任人 " + row.owner()
                + (row.leader() == null ? "" : " · 责任领导 " + row.leader()) + " · "
                + String.join("、", row.streets())));
        if (chosen != null) {
            Paragraph reason = new Paragraph(chosen.name() + ":" + chosen.reason());
            reason.addClassName("guatu-sentence");
            parts.add(reason);
        }
        if (!row.quantities().isEmpty()) {
            Div recognised = new Div();
            recognised.addClassName("guatu-facts");
            row.quantities().forEach(each -> {
                Anchor card = new Anchor(
                        project + "&explain=" + URLEncoder.encode(each.target() + "@@", StandardCharsets.UTF_8),
                        each.name() + " " + each.text() + "(口径卡)");
                recognised.add(new Div(card));
            });
            parts.add(recognised);
        }
        parts.add(nodes(chart, row));
        Anchor open = new Anchor(project, "打开项目");
        open.addClassName("guatu-next");
        parts.add(open);
        return parts.toArray(Component[]::new);
    }

    private static Component nodes(BattleChart chart, BattleChart.Row row) {
        NativeTable table = new NativeTable();
        table.addClassName("guatu-table");
        NativeTableRow heading = new NativeTableRow();
        Stream.of("节点", "计划", "预计/实际", "责任人", "灯").forEach(word -> heading.add(new NativeTableHeaderCell(word)));
        NativeTableHeader head = new NativeTableHeader(heading);
        NativeTableBody body = new NativeTableBody();
        for (BattleChart.Mark mark : row.marks()) {
            NativeTableCell light = new NativeTableCell(LightBadges.of(mark.light(), mark.reason()));
            body.add(new NativeTableRow(
                    new NativeTableCell(mark.name()),
                    new NativeTableCell(Figures.day(mark.planned(), chart.year())),
                    new NativeTableCell(Figures.day(mark.at(), chart.year()) + (mark.done() ? " 完成" : "")),
                    new NativeTableCell(mark.owner()),
                    light));
        }
        table.add(head, body);
        return table;
    }
}
