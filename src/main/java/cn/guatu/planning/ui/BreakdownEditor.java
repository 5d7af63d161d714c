package cn.guatu.planning.ui;

import cn.guatu.planning.BreakdownService;
import cn.guatu.planning.DeskPresence;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.CellEdits;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.planning.rule.DeskRow;
import cn.guatu.planning.rule.DeskRows;
import cn.guatu.planning.rule.Handles;
import cn.guatu.planning.rule.ManyEdits;
import cn.guatu.planning.rule.Moves;
import cn.guatu.planning.rule.NewRows;
import cn.guatu.planning.rule.PlanStep;
import cn.guatu.planning.rule.Removal;
import cn.guatu.planning.rule.Retirement;
import cn.guatu.planning.rule.Steps;
import cn.guatu.planning.rule.Understanding;
import cn.guatu.planning.rule.Unreadable;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.QuestionDialog;
import cn.guatu.project.Phase;
import cn.guatu.target.Target;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what hands do at the table into steps: asks where a rule wants an answer, and keeps undo and redo. */
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

    private final int year;
    private final String id;
    private final String name;
    private final transient BreakdownService desk;
    private final transient DeskPresence presence;
    private final transient Page page;
    private final Steps steps = new Steps();
    private final Handles handles = new Handles();

    BreakdownEditor(int year, String id, String name, BreakdownService desk, DeskPresence presence, Page page) {
        this.year = year;
        this.id = id;
        this.name = name;
        this.desk = desk;
        this.presence = presence;
        this.page = page;
    }

    Steps steps() {
        return steps;
    }

    @Override
    public void edited(String key, DeskColumn column, String text, Map<DeskColumn, String> base) {
        carryOut(() -> edit(key, column, text, base, true));
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
                            () -> carryOut(() -> edit(key, column, text, row.cells(), true)))
                    .open();
            return;
        }
        Understanding understood = CellEdits.of(plan, row, column, text);
        try {
            ask(understood, key);
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
            line = made(plan, rows, kind, at, texts, new NewRows(plan, handles));
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
        askThen(understood, null, () -> {
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
        carryOut(() -> {
            Breakdown plan = page.refresh();
            Removal removal = Removal.of(plan, rows(plan, keys));
            new RemovalDialog(
                            removal,
                            desk.dependents(removal),
                            () -> carryOut(() -> perform(removal.step())),
                            () -> carryOut(() -> perform(Retirement.of(removal.phases()))))
                    .open();
        });
    }

    @Override
    public void duplicate(List<String> keys) {
        carryOut(() -> {
            Breakdown plan = page.refresh();
            ask(Moves.copies(plan, handles, rows(plan, keys)), null);
        });
    }

    @Override
    public void move(String key, String onto) {
        carryOut(() -> {
            Breakdown plan = page.refresh();
            List<DeskRow> both = rows(plan, List.of(key, onto));
            if (both.size() == 2) {
                ask(Moves.onto(plan, both.getFirst(), both.getLast()), key);
            }
        });
    }

    @Override
    public void paste(String at, String text) {
        carryOut(() -> {
            Breakdown plan = page.refresh();
            page.openPanel("粘贴预览", new PastePanel(plan, handles, at, text, step -> {
                page.closePanel();
                carryOut(() -> perform(step));
            }));
        });
    }

    @Override
    public void bulk(List<String> keys) {
        carryOut(() -> {
            Breakdown plan = page.refresh();
            page.openPanel(
                    "批量修改",
                    new BulkPanel(
                            plan,
                            rows(plan, keys).size(),
                            wanted -> {
                                Breakdown now = page.refresh();
                                return ManyEdits.of(now, rows(now, keys), wanted);
                            },
                            this::taken));
        });
    }

    /** Opens what the record of a row says beyond the columns. */
    void details(String key) {
        carryOut(() -> {
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
        });
    }

    /** Opens the parts of a target for streets and departments. */
    void allot(String key) {
        carryOut(() -> {
            Breakdown plan = page.refresh();
            Target target = target(plan, DeskRows.of(plan), key);
            if (target != null) {
                page.openPanel("“" + target.name() + "”分到街道、科室", new AllotmentPanel(plan, target, this::taken));
            }
        });
    }

    /** Carries out what a form says. The form stays until that is done, so that nothing typed is lost to a question. */
    private void taken(Understanding understood) {
        if (understood.step() == null) {
            page.closePanel();
            Notices.success("没有需要保存的改动。");
            return;
        }
        askThen(understood, null, () -> {
            page.closePanel();
            understood.remarks().forEach(Notices::success);
        });
    }

    @Override
    public void undo() {
        steps.nextUndo().ifPresentOrElse(step -> back(step, true), () -> Notices.success("没有可以撤销的操作。"));
    }

    @Override
    public void redo() {
        steps.nextRedo().ifPresentOrElse(step -> back(step, false), () -> Notices.success("没有可以重做的操作。"));
    }

    private void back(PlanStep step, boolean undo) {
        try {
            PlanStep inverse = desk.perform(year, step, handles);
            if (undo) {
                steps.undid(inverse);
            } else {
                steps.redid(inverse);
            }
            Notices.success((undo ? "已撤销：" : "已重做：") + step.words());
        } catch (Refusal builtOn) {
            if (undo) {
                steps.dropUndo();
            } else {
                steps.dropRedo();
            }
            Notices.error("不能" + (undo ? "撤销" : "重做") + "“" + step.words() + "”：" + builtOn.sentence());
        }
        page.refresh();
    }

    @Override
    public void at(String key, boolean editing) {
        presence.at(id, key.isEmpty() ? null : key, editing);
        page.at(key);
    }

    private void ask(Understanding understood, @Nullable String key) {
        askThen(understood, key, () -> understood.remarks().forEach(Notices::success));
    }

    private void askThen(Understanding understood, @Nullable String key, Runnable done) {
        PlanStep step = understood.step();
        if (step == null) {
            return;
        }
        Runnable act = () -> {
            perform(step);
            if (key != null) {
                presence.wrote(key, name);
            }
            done.run();
        };
        if (understood.questions().isEmpty()) {
            act.run();
        } else {
            new QuestionDialog(understood.questions(), () -> carryOut(act)).open();
        }
    }

    private void perform(PlanStep step) {
        steps.did(desk.perform(year, step, handles));
        page.refresh();
    }

    private static List<DeskRow> rows(Breakdown plan, List<String> keys) {
        List<DeskRow> all = DeskRows.of(plan);
        return keys.stream().flatMap(key -> DeskRow.find(all, key).stream()).toList();
    }

    /** Does something that a rule may refuse, and says so. */
    private void carryOut(Runnable act) {
        try {
            act.run();
        } catch (Unreadable problem) {
            Notices.error(problem.sentence());
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
            page.refresh();
        }
    }
}
