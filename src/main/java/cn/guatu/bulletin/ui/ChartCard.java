package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.DocumentFile;
import cn.guatu.bulletin.document.Workbooks;
import cn.guatu.bulletin.rule.DataTable;
import cn.guatu.platform.ui.Figures;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart with what it shows in words, its data as a table, and the same data as .xlsx. */
class ChartCard extends Div {

    private final Div data = new Div();
    private final Button toggle = new Button("数据");

    ChartCard(DataTable table, Component chart, String width) {
        addClassNames("guatu-card", "guatu-chartcard", width);
        Paragraph note = new Paragraph(table.note());
        note.addClassName("note");
        data.addClassName("guatu-datascroll");
        data.setVisible(false);
        toggle.addThemeVariants(ButtonVariant.SMALL);
        toggle.getElement().setAttribute("aria-expanded", "false");
        toggle.addClickListener(click -> toggle(table));
        Div row = new Div(
                toggle,
                Downloads.link(
                        "下载 .xlsx",
                        () -> new DocumentFile(table.title() + ".xlsx", DocumentFile.XLSX, Workbooks.of(table))));
        row.addClassName("row");
        add(new H2(table.title()), note, chart, row, data);
    }

    private void toggle(DataTable table) {
        if (data.getComponentCount() == 0) {
            HtmlTable shown = new HtmlTable(table.headings());
            for (List<@Nullable Object> values : table.rows()) {
                shown.row(values.stream().map(ChartCard::cell).toArray(Component[]::new));
            }
            data.add(shown);
        }
        data.setVisible(!data.isVisible());
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(data.isVisible()));
    }

    private static Component cell(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return HtmlTable.number(Figures.number(number));
        }
        if (value instanceof Number number) {
            return HtmlTable.number(number.toString());
        }
        return new Span(value == null ? Figures.NONE : value.toString());
    }
}
