package cn.guatu.planning.ui;

import cn.guatu.planning.BreakdownService;
import cn.guatu.planning.DeskPresence;
import cn.guatu.planning.rule.Handles;
import cn.guatu.planning.rule.PlanStep;
import cn.guatu.planning.rule.Steps;
import cn.guatu.planning.rule.Understanding;
import cn.guatu.planning.rule.Unreadable;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.QuestionDialog;
import org.jspecify.annotations.Nullable;

/** Carries steps out: asks where a rule wants an answer, says what a rule refuses, and keeps undo and redo. */
final class StepTaker {

    private final int year;
    private final String name;
    private final transient BreakdownService desk;
    private final transient DeskPresence presence;
    private final transient BreakdownEditor.Page page;
    private final Steps steps = new Steps();
    private final Handles handles = new Handles();

    /**
     * @param name of the person, for colleagues who come too late
     */
    StepTaker(int year, String name, BreakdownService desk, DeskPresence presence, BreakdownEditor.Page page) {
        this.year = year;
        this.name = name;
        this.desk = desk;
        this.presence = presence;
        this.page = page;
    }

    /** What ids in steps of this page stand for. */
    Handles handles() {
        return handles;
    }

    /** Asks what must be asked and then carries it out; {@code key} is the row it is about, null when it is about several. */
    void ask(Understanding understood, @Nullable String key) {
        askThen(understood, key, () -> understood.remarks().forEach(Notices::success));
    }

    void askThen(Understanding understood, @Nullable String key, Runnable done) {
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

    void perform(PlanStep step) {
        steps.did(desk.perform(year, step, handles));
        page.refresh();
    }

    void undo() {
        steps.nextUndo().ifPresentOrElse(step -> back(step, true), () -> Notices.success("没有可以撤销的操作。"));
    }

    void redo() {
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

    /** Does something that a rule may refuse, and says so. */
    void carryOut(Runnable act) {
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
