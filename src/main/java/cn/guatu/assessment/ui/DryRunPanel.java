package cn.guatu.assessment.ui;

import cn.guatu.assessment.DryRunRow;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who would have moved: published score and rank beside those by the rules on the screen, movers first. */
class DryRunPanel extends Div {

    DryRunPanel(List<DryRunRow> rows) {
        if (rows.isEmpty()) {
            add(new EmptyState("还没有已发布的月份，无从试算。"));
            return;
        }
        long moved = rows.stream().filter(DryRunRow::isMoved).count();
        add(new Paragraph(moved == 0 ? "名次都不变。" : "有 " + moved + " 个名次会变动，列在最前。"));
        Grid<DryRunRow> grid = new Grid<>();
        grid.addColumn(row -> row.month() + " 月").setHeader("月份").setAutoWidth(true);
        grid.addColumn(DryRunRow::unit).setHeader("单位").setAutoWidth(true);
        grid.addColumn(row -> Moments.score(row.scoreBefore()) + " → " + Moments.score(row.scoreAfter()))
                .setHeader("得分")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
        grid.addColumn(row -> rank(row.rankBefore()) + " → " + rank(row.rankAfter()))
                .setHeader("名次")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
        grid.setItems(rows.stream()
                .sorted(Comparator.comparing((DryRunRow row) -> !row.isMoved()))
                .toList());
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        add(grid);
    }

    private static String rank(@Nullable Integer rank) {
        return rank == null ? Figures.NONE : String.valueOf(rank);
    }
}
