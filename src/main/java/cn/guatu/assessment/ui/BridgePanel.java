package cn.guatu.assessment.ui;

import cn.guatu.assessment.BridgeRow;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.rollup.Explanation;
import cn.guatu.rollup.Revision;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;

/** 发布值 + 补报 + 更正 = 最新值, a row a target; a row opens what stands behind it. */
class BridgePanel extends Div {

    BridgePanel(List<BridgeRow> rows, SidePanel panel) {
        long changed = rows.stream().filter(BridgeRow::isChanged).count();
        add(new Paragraph("发布值 + 补报 + 更正 = 最新值。" + (changed == 0 ? "发布以来没有变化。" : "发布以来有 " + changed + " 项指标变化。")));
        Grid<BridgeRow> grid = new Grid<>();
        grid.addColumn(row -> row.targetCode() + " " + row.targetName())
                .setHeader("指标")
                .setFlexGrow(1);
        grid.addColumn(BridgeRow::unit).setHeader("单位").setAutoWidth(true).setFlexGrow(0);
        number(grid, "发布值", row -> Figures.inUnit(row.published(), row.unit()));
        number(grid, "+ 补报", row -> Figures.inUnit(row.late(), row.unit()));
        number(grid, "+ 更正", row -> Figures.inUnit(row.corrected(), row.unit()));
        number(grid, "= 最新值", row -> Figures.inUnit(row.now(), row.unit()));
        grid.addColumn(row -> row.rows().isEmpty() ? "" : row.rows().size() + " 条")
                .setHeader("依据")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setItems(rows);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setPartNameGenerator(row -> row.isChanged() ? "changed" : null);
        grid.addItemClickListener(click -> open(click.getItem(), panel));
        add(grid);
    }

    private static void number(Grid<BridgeRow> grid, String heading, Function<BridgeRow, String> text) {
        grid.addColumn(text::apply)
                .setHeader(heading)
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    private static void open(BridgeRow row, SidePanel panel) {
        if (row.rows().isEmpty()) {
            panel.open(row.targetName(), new Paragraph("发布以来没有新的登记。"));
        } else {
            panel.open(
                    row.targetName() + " · 发布以来的登记",
                    row.rows().stream().map(each -> line(each, row.unit())).toArray(Component[]::new));
        }
    }

    private static Component line(Revision.Row row, String unit) {
        Explanation.Row entry = row.row();
        Span points = new Span((row.correction() ? "更正 " : "补报 ") + Figures.quantity(entry.counted(), unit));
        points.addClassName("guatu-points");
        Span where = new Span(entry.projectName() + " · " + entry.phase());
        Span why = new Span(entry.occurredOn() + " 发生，"
                + (entry.recordedAt() == null ? "" : Moments.text(entry.recordedAt()) + " 登记，")
                + entry.evidence()
                + (entry.reason() == null ? "" : "；" + entry.reason()));
        why.addClassName("guatu-of");
        Div line = new Div(points, where, why);
        line.addClassName("guatu-score-item");
        return line;
    }
}
