package cn.guatu.progress.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.progress.WeekItem;
import cn.guatu.progress.rule.PastedRows;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All open items in one table, for people with thirty of them: typed in place or pasted from a spreadsheet, submitted together. */
final class WeekTable extends Div {

    private static final int NAMED = 10;

    private final Week week;
    private final List<TableRow> rows = new ArrayList<>();
    private final Grid<TableRow> grid = new Grid<>();
    private final Div understood = new Div();
    private final TextArea pasted = new TextArea("从电子表格粘贴");

    WeekTable(Week week, List<WeekItem> items, boolean open) {
        this.week = week;
        addClassName("guatu-week-table");
        if (items.isEmpty() || !open) {
            add(new EmptyState(open ? "本周已全部填报。" : "本周填报已截止，请联系督查专员重新开启。", new Anchor("my-week", "逐项查看")));
            return;
        }
        items.forEach(item -> rows.add(new TableRow(week, item)));
        grid.addColumn(row -> row.item().title())
                .setHeader("事项")
                .setFrozen(true)
                .setWidth("220px")
                .setTooltipGenerator(row -> row.item().title());
        grid.addColumn(TableRow::known).setHeader("上次 / 已确认").setWidth("120px").setFlexGrow(0);
        grid.addComponentColumn(TableRow::cumulative)
                .setHeader("累计")
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addComponentColumn(TableRow::progress).setHeader("进展情况").setWidth("180px");
        grid.addComponentColumn(TableRow::nextSteps).setHeader("下步计划").setWidth("150px");
        grid.addComponentColumn(TableRow::difficulty).setHeader("存在问题").setWidth("150px");
        grid.addComponentColumn(TableRow::noChange)
                .setHeader("无变化")
                .setWidth("80px")
                .setFlexGrow(0);
        grid.addComponentColumn(TableRow::outcome).setHeader("结果").setWidth("160px");
        grid.setItems(rows);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.addClassName("short");
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        Button submit = new Button("提交已填写的", click -> submit());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        Button rest = new Button("其余全部无变化", click -> rows.forEach(TableRow::nothingElse));
        Div buttons = new Div(submit, rest);
        buttons.addClassName("guatu-buttons");
        add(paste(), understood, grid, buttons);
    }

    private Div paste() {
        pasted.setPlaceholder("复制 事项、累计、进展情况、下步计划、存在问题 各列，粘贴到这里");
        pasted.addClassName("guatu-paste");
        pasted.setMaxHeight("240px");
        pasted.addValueChangeListener(change -> preview(change.getValue()));
        return new Div(pasted);
    }

    // What was understood is shown before anything is filled in.
    private void preview(String text) {
        understood.removeAll();
        List<PastedRows.Row> pasted = PastedRows.of(text);
        if (pasted.isEmpty()) {
            return;
        }
        List<String> titles = rows.stream().map(row -> row.item().title()).toList();
        Map<TableRow, PastedRows.Row> matched = new LinkedHashMap<>();
        List<String> lost = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (PastedRows.Row each : pasted) {
            int place = PastedRows.match(each.item(), titles);
            if (place >= 0 && matched.containsKey(rows.get(place))) {
                twice.add(each.item());
            } else if (place >= 0) {
                matched.put(rows.get(place), each);
            } else {
                lost.add(each.item());
            }
        }
        Grid<Map.Entry<TableRow, PastedRows.Row>> shown = new Grid<>();
        shown.addColumn(entry -> entry.getKey().item().title()).setHeader("事项");
        shown.addColumn(entry -> entry.getValue().cumulative()).setHeader("累计");
        shown.addColumn(entry -> entry.getValue().progress()).setHeader("进展情况");
        shown.addColumn(entry -> entry.getValue().nextSteps()).setHeader("下步计划");
        shown.addColumn(entry -> entry.getValue().difficulty()).setHeader("存在问题");
        shown.setItems(matched.entrySet());
        shown.setAllRowsVisible(true);
        shown.addClassName("short");
        Button fill = new Button("填入下表 " + matched.size() + " 项", click -> {
            matched.forEach(TableRow::fill);
            understood.removeAll();
            pasted.clear();
        });
        fill.setEnabled(!matched.isEmpty());
        understood.add(
                new Span("读懂 " + matched.size() + " 行" + rest("找不到对应事项的", lost) + rest("重复、只取第一次的", twice) + "。"));
        understood.add(shown, fill);
    }

    private static String rest(String what, List<String> items) {
        if (items.isEmpty()) {
            return "";
        }
        String named = items.stream().limit(NAMED).collect(Collectors.joining("、"));
        return "；" + what + " " + items.size() + " 行：" + named + (items.size() > NAMED ? " 等" : "");
    }

    private void submit() {
        int done = 0;
        int refused = 0;
        for (TableRow row : rows) {
            if (row.isFilled()) {
                try {
                    row.submit();
                    done++;
                } catch (RuntimeException failure) {
                    row.refused(FailureReport.of(failure).sentence());
                    refused++;
                }
            }
        }
        if (refused > 0) {
            Notices.error("已提交 " + done + " 项，" + refused + " 项没有提交，原因见“结果”列。");
        } else if (done > 0) {
            Notices.success("已提交 " + done + " 项。");
        } else {
            Notices.error("还没有填写任何一项。");
        }
        if (rows.stream().allMatch(TableRow::isDone)) {
            UI.getCurrent().navigate("my-week");
        }
    }
}
