package cn.guatu.workbook.ui;

import cn.guatu.platform.ui.Chip;
import cn.guatu.workbook.PlanFile;
import cn.guatu.workbook.sheet.MarkedWorkbook;
import cn.guatu.workbook.sheet.Problem;
import cn.guatu.workbook.sheet.Severity;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems of a workbook, cell by cell, and the same workbook with the cells marked. */
class ProblemPanel extends Div {
    private final List<Problem> problems;
    private final Grid<Problem> grid = new Grid<>();
    private final Div chips = new Div();
    private @Nullable Severity shown;

    ProblemPanel(PlanFile file, List<Problem> problems) {
        this.problems = problems;
        chips.addClassName("guatu-filters");
        grid.addColumn(each -> each.severity().label())
                .setHeader("级别")
                .setWidth("80px")
                .setFlexGrow(0);
        grid.addColumn(Problem::sheet).setHeader("工作表").setWidth("110px").setFlexGrow(0);
        grid.addColumn(Problem::cell).setHeader("单元格").setWidth("90px").setFlexGrow(0);
        grid.addColumn(Problem::found).setHeader("现在的内容").setTooltipGenerator(Problem::found);
        grid.addColumn(Problem::expected).setHeader("应为").setTooltipGenerator(Problem::expected);
        grid.addColumn(each -> each.suggestion() == null ? "—" : each.suggestion())
                .setHeader("建议");
        grid.setAllRowsVisible(problems.size() <= 10);
        add(
                new H2("问题"),
                chips,
                grid,
                Downloads.link(
                        "下载标注问题的工作簿",
                        () -> new PlanFile("问题-" + file.name(), MarkedWorkbook.of(file.content(), problems))));
        show(null);
    }

    private void show(@Nullable Severity severity) {
        shown = severity;
        chips.removeAll();
        chips.add(new Chip("全部 " + problems.size(), shown == null, () -> show(null)));
        for (Severity each : Severity.values()) {
            chips.add(new Chip(each.label() + " " + of(each).size(), shown == each, () -> show(each)));
        }
        grid.setItems(severity == null ? problems : of(severity));
    }

    private List<Problem> of(Severity severity) {
        return problems.stream().filter(each -> each.severity() == severity).toList();
    }
}
