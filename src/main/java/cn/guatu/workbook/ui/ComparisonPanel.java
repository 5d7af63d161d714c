package cn.guatu.workbook.ui;

import cn.guatu.workbook.rule.Change;
import cn.guatu.workbook.rule.Comparison;
import cn.guatu.workbook.rule.SheetChanges;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the workbook would change, a tab a sheet: new, changed field by field, unchanged, missing from the file. */
class ComparisonPanel extends Div {

    /** A line of the comparison as it is shown. */
    private record Shown(String what, String record, String detail) {}

    ComparisonPanel(Comparison comparison) {
        TabSheet tabs = new TabSheet();
        tabs.setWidthFull();
        for (SheetChanges<?> sheet : comparison.sheets()) {
            tabs.add("%s 新增%d 更改%d".formatted(sheet.sheet().label(), sheet.created(), sheet.updated()), content(sheet));
        }
        add(new H2("比对"), tabs);
    }

    private static Div content(SheetChanges<?> sheet) {
        Div content = new Div(new Paragraph("新增 %d 条，更改 %d 条，未变 %d 条；文件中没有、系统保留 %d 条。"
                .formatted(
                        sheet.created(),
                        sheet.updated(),
                        sheet.unchanged(),
                        sheet.missing().size())));
        List<Shown> lines = lines(sheet);
        if (!lines.isEmpty()) {
            Grid<Shown> grid = new Grid<>();
            grid.addColumn(Shown::what)
                    .setHeader("变化")
                    .setWidth("110px")
                    .setFlexGrow(0)
                    .setSortable(true);
            grid.addColumn(Shown::record)
                    .setHeader("记录")
                    .setTooltipGenerator(Shown::record)
                    .setSortable(true);
            grid.addColumn(Shown::detail).setHeader("内容").setFlexGrow(3).setTooltipGenerator(Shown::detail);
            grid.setItems(lines);
            grid.setAllRowsVisible(lines.size() <= 12);
            content.add(grid);
        }
        return content;
    }

    private static List<Shown> lines(SheetChanges<?> sheet) {
        List<Shown> lines = new ArrayList<>();
        for (Change<?> change : sheet.changes()) {
            lines.add(new Shown(change.isNew() ? "新增" : "更改", change.line().label(), detail(change)));
        }
        sheet.missing().forEach(label -> lines.add(new Shown("文件中没有", label, "系统中的记录保留不动")));
        return lines;
    }

    private static String detail(Change<?> change) {
        return change.fields().stream()
                .map(field -> change.isNew()
                        ? field.heading() + "：" + field.after()
                        : field.heading() + "：" + said(field.before()) + " → " + said(field.after()))
                .collect(Collectors.joining("；"));
    }

    private static String said(String value) {
        return value.isEmpty() ? "空" : value;
    }
}
