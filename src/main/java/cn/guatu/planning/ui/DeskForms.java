package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.CellEdits;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.planning.rule.DeskRow;
import cn.guatu.planning.rule.DeskRows;
import cn.guatu.planning.rule.ManyEdits;
import cn.guatu.planning.rule.Understanding;
import cn.guatu.planning.rule.Unreadable;
import cn.guatu.platform.ui.Notices;
import cn.guatu.target.Target;
import com.vaadin.flow.component.Component;
import java.util.List;

/** What opens beside the table: details of a row, the parts of a target, many rows at once, and what was pasted. */
final class DeskForms {

    private final transient BreakdownEditor.Page page;
    private final transient StepTaker taker;

    DeskForms(BreakdownEditor.Page page, StepTaker taker) {
        this.page = page;
        this.taker = taker;
    }

    void paste(String at, String text) {
        Breakdown plan = page.refresh();
        page.openPanel(
                "粘贴预览",
                new PastePanel(
                        plan,
                        taker.handles(),
                        at,
                        text,
                        step -> taker.carryOut(() -> {
                            taker.perform(step);
                            page.closePanel();
                        })));
    }

    void bulk(List<String> keys) {
        Breakdown plan = page.refresh();
        page.openPanel(
                "批量修改",
                new BulkPanel(
                        plan,
                        BreakdownEditor.rows(plan, keys).size(),
                        wanted -> {
                            Breakdown now = page.refresh();
                            return ManyEdits.of(now, BreakdownEditor.rows(now, keys), wanted);
                        },
                        this::taken));
    }

    /** What the record of a row says beyond the columns. */
    void details(String key) {
        Breakdown plan = page.refresh();
        DeskRow.find(DeskRows.of(plan), key).ifPresent(row -> {
            Component form = switch (row.kind()) {
                case TARGET -> new TargetDetails(plan, CellEdits.target(plan, row), this::taken);
                case PHASE -> new PhaseDetails(plan, CellEdits.phase(plan, row), this::taken);
                case NODE -> new NodeDetails(plan, CellEdits.node(plan, row), this::taken);
                case LOOSE -> throw new Unreadable("这一行只是分组，没有详情。");
            };
            page.openPanel(row.cell(DeskColumn.NAME), form);
        });
    }

    /** The parts of a target for streets and departments. */
    void allot(String key) {
        Breakdown plan = page.refresh();
        Target target = BreakdownEditor.target(plan, DeskRows.of(plan), key);
        if (target != null) {
            page.openPanel("“" + target.name() + "”分到街道、科室", new AllotmentPanel(plan, target, this::taken));
        }
    }

    /** Carries out what a form says. The form stays until that is done, so that nothing typed is lost to a question. */
    private void taken(Understanding understood) {
        if (understood.step() == null) {
            page.closePanel();
            Notices.success("没有需要保存的改动。");
            return;
        }
        taker.askThen(understood, null, () -> {
            page.closePanel();
            understood.remarks().forEach(Notices::success);
        });
    }
}
