package cn.guatu.progress.ui;

import cn.guatu.progress.WeekItem;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Asks once more before many reports are approved, and names what each of them posts. */
final class ApproveMany extends ConfirmDialog {

    ApproveMany(List<WeekItem> chosen, Runnable approve) {
        List<WeekItem> posting = chosen.stream()
                .filter(item -> !ReviewView.posted(item).isEmpty())
                .toList();
        setHeader("通过 " + chosen.size() + " 项周报？");
        Div content = new Div(
                new Paragraph(posting.isEmpty() ? "都不产生计入。" : "其中 " + posting.size() + " 项将计入台账或完成节点；计入后只能冲正，不能删除。"));
        if (!posting.isEmpty()) {
            NativeTable table = new NativeTable();
            table.addClassName("guatu-table");
            NativeTableRow heading = new NativeTableRow();
            heading.add(new NativeTableHeaderCell("事项"), new NativeTableHeaderCell("计入"));
            table.add(heading);
            posting.forEach(item -> {
                NativeTableRow row = new NativeTableRow();
                row.add(new NativeTableCell(item.title()), new NativeTableCell(ReviewView.posted(item)));
                table.add(row);
            });
            content.add(table);
        }
        setWidth("min(560px, 92vw)");
        setText(content);
        setCancelable(true);
        setCancelText("再看看");
        setConfirmText("通过");
        addConfirmListener(confirmed -> approve.run());
    }
}
