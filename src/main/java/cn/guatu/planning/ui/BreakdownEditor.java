package cn.guatu.planning.ui;

import cn.guatu.planning.BreakdownService;
import cn.guatu.planning.DeskPresence;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.CellEdits;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.planning.rule.DeskRow;
import cn.guatu.planning.rule.DeskRows;
import cn.guatu.planning.rule.Moves;
import cn.guatu.planning.rule.NewRows;
import cn.guatu.planning.rule.PlanStep;
import cn.guatu.planning.rule.Removal;
import cn.guatu.planning.rule.Retirement;
import cn.guatu.planning.rule.Understanding;
import cn.guatu.planning.rule.Unreadable;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.project.Phase;
import cn.guatu.target.Target;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what hands do at the table into steps. */
final class BreakdownEditor implements BreakdownTable.Hands {

    /** What the editor needs of its page. */
    interface Page {

        /** Reads the plan anew, shows it, and says what it is. */
        Breakdown refresh();

        BreakdownTable table();

        void openPanel(String title, Component content);

        void closePanel();

        /** The cursor is on this row now. */
        void at(String key);
    }

    private final String id;
    private final String name;
    private final transient BreakdownService desk;
    private final transient DeskPresence presence;
    private final transient Page page;
    private final transient StepTaker taker;
    private final transient DeskForms forms;

    BreakdownEditor(int year, String id, String name, BreakdownService desk, DeskPresence presence, Page page) {
        this.id = id;
        this.name = name;
        this.desk = desk;
        this.presence = presence;
        this.page = page;
        this.taker = new StepTaker(year, name, desk, presence, page);
        this.forms = new DeskForms(page, taker);
    }

    @Override
    public void edited(String key, DeskColumn column, String text, Map<DeskColumn, String> base) {
        taker.carryOut(() -> edit(key, column, text, base, true));
        page.table().settled(key, column);
    }

    private void edit(String key, DeskColumn column, String text, Map<DeskColumn, String> base, boolean again) {
        Breakdown plan = page.refresh();
        DeskRow row = DeskRow.find(DeskRows.of(plan), key)
                .orElseThrow(() -> new Unreadable(
                        "“" + base.getOrDefault(DeskColumn.NAME, "") + "”已被他人删除，您填写的“" + text + "”没有保存。"));
        String now = row.cell(column);
        if (!now.equals(base.getOrDefault(column, "")) && !now.equals(text.strip())) {
            new ConflictDialog(
                            row.cell(DeskColumn.NAME),
                            presence.lastEditor(key)
                                    .filter(each -> !each.equals(name))
                                    .orElse("他人"),
                            column,
                            text,
                            base,
                            row.cells(),
                            () -> taker.carryOut(() -> edit(key, column, text, row.cells(), true)))
                    .open();
            return;
        }
        Understanding understood = CellEdits.of(plan, row, column, text);
        try {
            taker.ask(understood, key);
        } catch (Refusal tooLate) {
            if (!again || tooLate.kind() != Refusal.Kind.CONFLICT) {
                throw tooLate;
            }
            edit(key, column, text, base, false);
        }
    }

    @Override
    public void add(String kind, String at, Map<DeskColumn, String> texts) {
        Breakdown plan = page.refresh();
        List<DeskRow> rows = DeskRows.of(plan);
        NewRows.Line line;
        try {
            line = made(plan, rows, kind, at, texts, new NewRows(plan, taker.handles()));
        } catch (Unreadable problem) {
            page.table().added(false, problem.sentence());
            return;
        }
        if (line.problem() != null) {
            page.table().added(false, line.problem());
            return;
        }
        String what = line.understood().getOrDefault(DeskColumn.NAME, "");
        Understanding understood =
                new Understanding(new PlanStep("新增“" + what + "”", line.changes()), line.questions(), line.remarks());
        taker.askThen(understood, null, () -> {
            String remark = String.join("", line.remarks());
            page.table().added(true, "已新增“" + what + "”。" + remark);
        });
    }

    private static NewRows.Line made(
            Breakdown plan, List<DeskRow> rows, String kind, String at, Map<DeskColumn, String> texts, NewRows maker) {
        return switch (DeskRow.Kind.valueOf(kind)) {
            case TARGET -> maker.target(texts);
            case PHASE -> maker.project(target(plan, rows, at), texts);
            case NODE -> maker.node(phase(plan, rows, at), target(plan, rows, at), texts);
            case LOOSE -> throw new Unreadable("分组不能新增。");
        };
    }

    /** The target that a row stands under, or is. */
    static @Nullable Target target(Breakdown plan, List<DeskRow> rows, String key) {
        for (Optional<DeskRow> at = DeskRow.find(rows, key); at.isPresent(); ) {
            DeskRow row = at.get();
            if (row.kind() == DeskRow.Kind.TARGET) {
                return plan.target(Objects.requireNonNull(row.target())).orElse(null);
            }
            String parent = row.parent();
            at = parent == null ? Optional.empty() : DeskRow.find(rows, parent);
        }
        return null;
    }

    static Phase phase(Breakdown plan, List<DeskRow> rows, String key) {
        return DeskRow.find(rows, key)
                .map(DeskRow::phase)
                .flatMap(plan::phase)
                .orElseThrow(() -> new Unreadable("请先把光标放到一个项目上，再新增节点。"));
    }

    @Override
    public void remove(List<String> keys) {
        taker.carryOut(() -> {
            Breakdown plan = page.refresh();
            Removal removal = Removal.of(plan, rows(plan, keys));
            new RemovalDialog(
                            removal,
                            desk.dependents(removal),
                            () -> taker.carryOut(() -> taker.perform(removal.step())),
                            () -> taker.carryOut(() -> taker.perform(Retirement.of(removal.phases()))))
                    .open();
        });
    }

    @Override
    public void duplicate(List<String> keys) {
        taker.carryOut(() -> {
            Breakdown plan = page.refresh();
            taker.ask(Moves.copies(plan, taker.handles(), rows(plan, keys)), null);
        });
    }

    @Override
    public void move(String key, String onto) {
        taker.carryOut(() -> {
            Breakdown plan = page.refresh();
            List<DeskRow> both = rows(plan, List.of(key, onto));
            if (both.size() == 2) {
                taker.ask(Moves.onto(plan, both.getFirst(), both.getLast()), key);
            }
        });
    }

    @Override
    public void paste(String at, String text) {
        taker.carryOut(() -> forms.paste(at, text));
    }

    @Override
    public void bulk(List<String> keys) {
        taker.carryOut(() -> forms.bulk(keys));
    }

    /** Opens what the record of a row says beyond the columns. */
    void details(String key) {
        taker.carryOut(() -> forms.details(key));
    }

    /** Opens the parts of a target for streets and departments. */
    void allot(String key) {
        taker.carryOut(() -> forms.allot(key));
    }

    @Override
    public void undo() {
        taker.undo();
    }

    @Override
    public void redo() {
        taker.redo();
    }

    @Override
    public void at(String key, boolean editing) {
        presence.at(id, key.isEmpty() ? null : key, editing);
        page.at(key);
    }

    /** The rows of these keys, as far as they are still there. */
    static List<DeskRow> rows(Breakdown plan, List<String> keys) {
        List<DeskRow> all = DeskRows.of(plan);
        return keys.stream().flatMap(key -> DeskRow.find(all, key).stream()).toList();
    }
}
