package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.planning.rule.DeskRow;
import cn.guatu.planning.rule.DeskRows;
import cn.guatu.planning.rule.Handles;
import cn.guatu.planning.rule.NewRows;
import cn.guatu.planning.rule.Pasted;
import cn.guatu.planning.rule.PlanChange;
import cn.guatu.planning.rule.PlanStep;
import cn.guatu.project.Phase;
import cn.guatu.target.Target;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows from a spreadsheet before they are taken: what was understood of each line, and what is wrong with the others. */
final class PastePanel extends Div {

    private static final List<DeskColumn> TARGETS =
            List.of(DeskColumn.NAME, DeskColumn.UNIT, DeskColumn.QUANTITY, DeskColumn.LEAD, DeskColumn.LEADER);
    private static final List<DeskColumn> PROJECTS = List.of(
            DeskColumn.NAME, DeskColumn.STREET, DeskColumn.LEAD, DeskColumn.OWNER, DeskColumn.QUANTITY, DeskColumn.DUE);
    private static final List<DeskColumn> NODES =
            List.of(DeskColumn.NAME, DeskColumn.DUE, DeskColumn.OWNER, DeskColumn.QUANTITY, DeskColumn.DURATION);

    PastePanel(Breakdown plan, Handles handles, String at, String text, Consumer<PlanStep> take) {
        addClassName("guatu-paste");
        List<DeskRow> rows = DeskRows.of(plan);
        DeskRow row = DeskRow.find(rows, at).orElse(null);
        Target target = BreakdownEditor.target(plan, rows, at);
        Phase phase = row == null || row.phase() == null
                ? null
                : plan.phase(row.phase()).orElse(null);
        boolean unitGiven = Pasted.lines(text, TARGETS).stream().anyMatch(line -> line.containsKey(DeskColumn.UNIT))
                && headed(text, DeskColumn.UNIT);
        boolean targets = unitGiven || (target == null && phase == null);
        List<DeskColumn> usual = targets ? TARGETS : phase == null ? PROJECTS : NODES;
        NewRows maker = new NewRows(plan, handles);
        List<NewRows.Line> lines = new ArrayList<>();
        for (Map<DeskColumn, String> texts : Pasted.lines(text, usual)) {
            lines.add(
                    targets
                            ? maker.target(texts)
                            : phase == null ? maker.project(target, texts) : maker.node(phase, target, texts));
        }
        show(lines, usual, where(targets, target, phase), take);
    }

    private static boolean headed(String text, DeskColumn column) {
        String first = text.lines().findFirst().orElse("");
        return Stream.of(first.split("\t"))
                .anyMatch(cell ->
                        DeskColumn.ofHeading(cell).filter(column::equals).isPresent());
    }

    private static String where(boolean targets, @Nullable Target target, @Nullable Phase phase) {
        if (targets) {
            return "新增为指标";
        }
        return phase != null
                ? "新增为“" + phase.projectName() + "”的节点"
                : target == null ? "新增为未挂指标的项目" : "新增为“" + target.name() + "”的项目";
    }

    private void show(List<NewRows.Line> lines, List<DeskColumn> usual, String where, Consumer<PlanStep> take) {
        List<NewRows.Line> good =
                lines.stream().filter(line -> line.problem() == null).toList();
        int bad = lines.size() - good.size();
        add(new Paragraph(
                where + "，共 " + lines.size() + " 行" + (bad == 0 ? "，都能识别。" : "，其中 " + bad + " 行有误，改正后再粘贴，或先新增其余各行。")));
        add(table(lines, usual));
        Button add = new Button("新增 " + good.size() + " 行", click -> {
            List<PlanChange> changes = new ArrayList<>();
            good.forEach(line -> changes.addAll(line.changes()));
            take.accept(new PlanStep("粘贴 " + good.size() + " 行", changes));
            click.getSource().setEnabled(true);
        });
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setEnabled(!good.isEmpty());
        add.setDisableOnClick(true);
        add.focus();
        add(add);
    }

    private static Div table(List<NewRows.Line> lines, List<DeskColumn> usual) {
        NativeTable table = new NativeTable();
        table.addClassName("guatu-table");
        NativeTableRow head = new NativeTableRow(new NativeTableHeaderCell("行"));
        usual.forEach(column -> head.add(new NativeTableHeaderCell(column.label())));
        head.add(new NativeTableHeaderCell("说明"));
        table.add(new NativeTableHeader(head));
        NativeTableBody body = new NativeTableBody();
        int number = 1;
        for (NewRows.Line line : lines) {
            NativeTableRow row = new NativeTableRow(new NativeTableCell(String.valueOf(number++)));
            Map<DeskColumn, String> shown = line.problem() == null ? line.understood() : line.texts();
            usual.forEach(column -> row.add(new NativeTableCell(shown.getOrDefault(column, ""))));
            Span remark = new Span(
                    line.problem() != null
                            ? line.problem()
                            : String.join(
                                    "",
                                    Stream.concat(line.questions().stream(), line.remarks().stream())
                                            .toList()));
            remark.addClassName(line.problem() == null ? "guatu-secondary" : "guatu-problem");
            NativeTableCell last = new NativeTableCell();
            last.add(remark);
            row.add(last);
            body.add(row);
        }
        table.add(body);
        Div scroll = new Div(table);
        scroll.addClassName("guatu-scroll");
        return scroll;
    }
}
