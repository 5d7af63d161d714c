package cn.guatu.workbook.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.workbook.PlanImport;
import cn.guatu.workbook.WorkbookService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Who imported what and when; the file as it was sent; taking an import back. */
class HistoryPanel extends Div {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessClock.ZONE);

    private final WorkbookService workbooks;
    private final Grid<PlanImport> grid = new Grid<>();
    private final Div place = new Div();

    HistoryPanel(WorkbookService workbooks) {
        this.workbooks = workbooks;
        grid.addColumn(each -> MINUTE.format(each.importedAt()))
                .setHeader("时间")
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(PlanImport::importedBy)
                .setHeader("导入人")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(PlanImport::year).setHeader("年度").setWidth("80px").setFlexGrow(0);
        grid.addColumn(PlanImport::fileName).setHeader("文件").setTooltipGenerator(PlanImport::fileName);
        grid.addColumn(HistoryPanel::counts).setHeader("内容").setFlexGrow(2).setTooltipGenerator(HistoryPanel::counts);
        grid.addColumn(HistoryPanel::state).setHeader("状态").setTooltipGenerator(HistoryPanel::state);
        grid.addComponentColumn(this::actions).setHeader("操作").setWidth("220px").setFlexGrow(0);
        add(new H2("导入记录"), place);
        refresh();
    }

    final void refresh() {
        List<PlanImport> all = workbooks.history();
        grid.setItems(all);
        grid.setAllRowsVisible(all.size() <= 10);
        place.removeAll();
        place.add(all.isEmpty() ? new EmptyState("还没有导入过工作簿。选择一个 .xlsx 文件开始。") : grid);
    }

    private Component actions(PlanImport done) {
        Div actions = new Div(Downloads.link("下载原件", () -> workbooks.original(done.id())));
        if (done.stands()) {
            Button undo = new Button("撤销", click -> confirm(done));
            undo.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            actions.add(new Span(" "), undo);
        }
        return actions;
    }

    private void confirm(PlanImport done) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("撤销这次导入？");
        dialog.setText("《%s》写入 %d 年度的内容将全部退回导入之前的样子。".formatted(done.fileName(), done.year()));
        dialog.setCancelable(true);
        dialog.setCancelText("不撤销");
        dialog.setConfirmText("撤销导入");
        dialog.addConfirmListener(confirmed -> {
            try {
                workbooks.undo(done.id());
                Notices.success("已撤销《" + done.fileName() + "》。");
            } catch (Refusal e) {
                Notices.error(e.sentence());
            }
            refresh();
        });
        dialog.open();
    }

    private static String counts(PlanImport done) {
        String text = done.counts().entrySet().stream()
                .filter(each -> each.getValue().created() + each.getValue().updated() > 0)
                .map(each -> each.getKey() + " 新增" + each.getValue().created() + " 更改"
                        + each.getValue().updated())
                .collect(Collectors.joining("；"));
        return text.isEmpty() ? "—" : text;
    }

    private static String state(PlanImport done) {
        return done.undoneAt() == null
                ? "已应用"
                : "已由 " + done.undoneBy() + " 于 " + MINUTE.format(done.undoneAt()) + " 撤销";
    }
}
