package cn.guatu.planning.ui;

import cn.guatu.planning.Responsibility;
import cn.guatu.platform.ui.Figures;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The list as it also goes on paper: a phase with its nodes, who answers, and by when. */
final class ResponsibilityTable extends Div {

    private static final List<String> HEADS = List.of("项目", "牵头科室", "街道", "责任领导", "责任人", "节点", "计划完成", "计入");

    ResponsibilityTable(String title, int year, List<Responsibility> lines) {
        addClassNames("guatu-card", "guatu-duties");
        H2 head = new H2(title);
        head.addClassName("on-paper");
        NativeTableRow heads = new NativeTableRow();
        HEADS.forEach(each -> heads.add(new NativeTableHeaderCell(each)));
        NativeTable table = new NativeTable();
        table.addClassName("guatu-table");
        table.add(new NativeTableHeader(heads));
        NativeTableBody body = new NativeTableBody();
        lines.forEach(line -> rows(body, year, line));
        table.add(body);
        add(head, table);
    }

    private static void rows(NativeTableBody body, int year, Responsibility line) {
        int span = Math.max(1, line.nodes().size());
        NativeTableRow row = new NativeTableRow();
        NativeTableCell project = wide(line.project(), span);
        Anchor link = new Anchor(
                "projects/"
                        + URLEncoder.encode(line.code(), StandardCharsets.UTF_8).replace("+", "%20") + "?year=" + year,
                line.project());
        project.removeAll();
        project.add(link);
        row.add(
                project,
                wide(line.department(), span),
                wide(line.streets(), span),
                wide(line.leader(), span),
                wide(line.owner(), span));
        if (line.nodes().isEmpty()) {
            row.add(new NativeTableCell("没有节点"), new NativeTableCell(""), new NativeTableCell(""));
            body.add(row);
            return;
        }
        for (Responsibility.Duty duty : line.nodes()) {
            row.add(
                    new NativeTableCell(
                            duty.own() && !duty.owner().equals(line.owner())
                                    ? duty.name() + "（" + duty.owner() + "）"
                                    : duty.name()),
                    new NativeTableCell(Figures.day(duty.planned(), year) + (duty.actual() == null ? "" : " 已完成")),
                    new NativeTableCell(
                            duty.quantity() == null
                                    ? ""
                                    : duty.target() + " " + Figures.quantity(duty.quantity(), duty.unit())));
            body.add(row);
            row = new NativeTableRow();
        }
    }

    private static NativeTableCell wide(String text, int span) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.getElement().setAttribute("rowspan", String.valueOf(span));
        return cell;
    }
}
