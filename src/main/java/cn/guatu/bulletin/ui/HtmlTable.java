package cn.guatu.bulletin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A small table of a document's page: all of it is there, so that it can be read aloud and printed. */
class HtmlTable extends NativeTable {

    HtmlTable(List<String> headings) {
        addClassName("guatu-datatable");
        NativeTableRow row = new NativeTableRow();
        headings.forEach(heading -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heading);
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        });
        getHead().add(row);
    }

    void row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (Component each : cells) {
            NativeTableCell cell = new NativeTableCell(each);
            if (each.hasClassName("number")) {
                cell.addClassName("number");
            }
            row.add(cell);
        }
        getBody().add(row);
    }

    /** A figure, at the right. */
    static Component number(String figure) {
        Span span = new Span(figure);
        span.addClassName("number");
        return span;
    }
}
