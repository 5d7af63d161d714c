package cn.guatu.planning.ui;

import cn.guatu.planning.rule.DeskColumn;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;

/** Two people changed the same cell: 原值, 对方 and 我的 side by side, and the one who comes second decides. */
final class ConflictDialog extends ConfirmDialog {

    ConflictDialog(
            String row,
            String other,
            DeskColumn column,
            String mine,
            Map<DeskColumn, String> base,
            Map<DeskColumn, String> theirs,
            Runnable takeMine) {
        setHeader("“" + row + "”刚被" + other + "修改");
        NativeTable table = new NativeTable();
        table.addClassName("guatu-table");
        table.add(new NativeTableHeader(new NativeTableRow(
                new NativeTableHeaderCell("栏目"),
                new NativeTableHeaderCell("原值"),
                new NativeTableHeaderCell("对方"),
                new NativeTableHeaderCell("我的"))));
        NativeTableBody lines = new NativeTableBody();
        for (DeskColumn each : DeskColumn.values()) {
            String was = base.getOrDefault(each, "");
            String now = theirs.getOrDefault(each, "");
            if (each == column || !was.equals(now)) {
                lines.add(new NativeTableRow(
                        new NativeTableCell(each.label()),
                        new NativeTableCell(shown(was)),
                        new NativeTableCell(shown(now)),
                        new NativeTableCell(each == column ? shown(mine) : "未改")));
            }
        }
        table.add(lines);
        setText(new Div(new Paragraph("您填写的还没有保存。“" + column.label() + "”保留哪一个？其他栏目保留对方的修改。"), table));
        setConfirmText("用我的");
        addConfirmListener(confirm -> takeMine.run());
        setCancelable(true);
        setCancelText("保留对方");
    }

    private static String shown(String text) {
        return text.isBlank() ? "（空）" : text;
    }
}
