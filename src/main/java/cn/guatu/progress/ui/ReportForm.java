package cn.guatu.progress.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.progress.Claim;
import cn.guatu.progress.Draft;
import cn.guatu.progress.ReportState;
import cn.guatu.progress.StaleReport;
import cn.guatu.progress.Submission;
import cn.guatu.progress.WeekItem;
import cn.guatu.progress.WeeklyReport;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One item in one compact form. What is typed is kept in the database a moment later; submitting it on an old version shows both sides and
 * loses neither.
 */
final class ReportForm extends Div {

    private static final int MOMENT = 1_200;

    private final Week week;
    private final WeekItem item;
    private final Consumer<WeeklyReport> submitted;
    private final QuantityFields quantity;
    private final TextArea progress = area("进展情况");
    private final TextArea nextSteps = area("下步计划");
    private final TextArea difficulty = area("存在问题");
    private final DatePicker forecast = new DatePicker("预计完成");
    private final Checkbox finished = new Checkbox("节点已完成");
    private final DatePicker completedOn = new DatePicker("实际完成");
    private final TextField evidenceNumber = new TextField("文号/证号");
    private final Span saved = new Span();
    private final Span problem = new Span();
    private final Div conflict = new Div();
    private int seen;

    /**
     * @param submitted is told the report when it was taken
     */
    ReportForm(Week week, WeekItem item, Consumer<WeeklyReport> submitted) {
        this.week = week;
        this.item = item;
        this.submitted = submitted;
        quantity = new QuantityFields(item);
        addClassNames("guatu-form", "guatu-week-form");
        progress.addClassName("wide");
        forecast.setI18n(ChineseTexts.datePicker());
        completedOn.setI18n(ChineseTexts.datePicker());
        completedOn.setMax(week.clock().today());
        completedOn.setVisible(false);
        finished.setVisible(item.nodeName() != null && item.actual() == null);
        finished.addValueChangeListener(change -> completion(change.getValue()));
        saved.addClassName("guatu-secondary");
        problem.addClassNames("wide", "guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        conflict.addClassName("wide");
        EvidencePanel files = new EvidencePanel(week, item.key(), true);
        files.addClassName("wide");
        add(quantity, progress, nextSteps, difficulty, forecast, finished, completedOn, evidenceNumber, files);
        add(conflict, problem, buttons());
        fill();
        List.<HasValue<?, ?>>of(progress, nextSteps, difficulty, forecast, finished, completedOn, evidenceNumber)
                .forEach(field -> field.addValueChangeListener(change -> keep(change.isFromClient())));
        quantity.whenChanged(this::keep);
    }

    /** Moves the cursor to the first field. */
    void begin() {
        if (!quantity.begin()) {
            progress.focus();
        }
    }

    private Component buttons() {
        Button submit = new Button("提交并下一项", click -> submit(seen));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setTooltipText("Ctrl+Enter");
        Shortcuts.addShortcutListener(this, () -> submit(seen), Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
        Div buttons = new Div(submit);
        WeeklyReport last = item.last();
        if (last != null && last.claim().progress() != null) {
            Button same = new Button("沿用上周", click -> takeOver(last.claim()));
            same.setTooltipText(last.claim().progress());
            buttons.add(same);
        }
        buttons.add(saved);
        buttons.addClassNames("guatu-buttons", "wide");
        return buttons;
    }

    private void fill() {
        Draft draft = item.draft();
        WeeklyReport report = item.report();
        seen = item.version();
        if (draft != null) {
            quantity.typed(draft.cumulative(), draft.denominator(), draft.reason());
            texts(draft.progress(), draft.nextSteps(), draft.difficulty());
            forecast.setValue(draft.forecast());
            evidenceNumber.setValue(or(draft.evidence()));
            finished.setValue(draft.completedOn() != null);
            completedOn.setValue(draft.completedOn());
            seen = draft.baseVersion();
            if (draft.savedAt() != null) {
                saved.setText("草稿已保存 " + Words.dayAndTime(draft.savedAt()));
            }
        } else if (report != null) {
            Claim claim = report.claim();
            quantity.claimed(claim);
            texts(claim.progress(), claim.nextSteps(), claim.difficulty());
            forecast.setValue(claim.forecast());
            evidenceNumber.setValue(or(claim.evidence()));
            finished.setValue(claim.completedOn() != null);
            completedOn.setValue(claim.completedOn());
        } else {
            forecast.setValue(item.forecast());
        }
        completion(finished.getValue());
    }

    private void completion(boolean done) {
        completedOn.setVisible(done);
        forecast.setVisible(!done && item.nodeName() != null);
        if (done && completedOn.getValue() == null) {
            completedOn.setValue(week.clock().today());
        }
    }

    private void takeOver(Claim claim) {
        texts(claim.progress(), claim.nextSteps(), claim.difficulty());
        keep(true);
        progress.focus();
    }

    private void texts(@Nullable String done, @Nullable String next, @Nullable String problems) {
        progress.setValue(or(done));
        nextSteps.setValue(or(next));
        difficulty.setValue(or(problems));
    }

    private void keep(boolean typed) {
        if (!typed) {
            return;
        }
        try {
            saved.setText("草稿已保存 "
                    + Words.time(week.mine()
                            .keep(
                                    item.key(),
                                    new Draft(
                                            seen,
                                            quantity.written(),
                                            quantity.writtenBelow(),
                                            finished.getValue() ? completedOn.getValue() : null,
                                            blankToNull(evidenceNumber.getValue()),
                                            quantity.reason(),
                                            blankToNull(progress.getValue()),
                                            blankToNull(nextSteps.getValue()),
                                            blankToNull(difficulty.getValue()),
                                            forecast.getValue(),
                                            null))));
        } catch (RuntimeException failure) {
            saved.setText("草稿没有保存：" + FailureReport.of(failure).sentence());
        }
    }

    private void submit(int version) {
        problem.setText("");
        String unclear = quantity.problem();
        if (unclear != null) {
            problem.setText(unclear);
            return;
        }
        try {
            WeeklyReport report = week.reports().submit(new Submission(item.key(), claim(), version));
            submitted.accept(report);
        } catch (StaleReport stale) {
            problem.setText(stale.sentence());
            compare(stale.current());
        } catch (RuntimeException failure) {
            problem.setText(FailureReport.of(failure).sentence());
            quantity.askReason(problem.getText().contains("原因"));
        }
    }

    // Mine stays in the form, theirs stands beside it; going on means to have seen theirs.
    private void compare(WeeklyReport theirs) {
        conflict.removeAll();
        if (theirs.state() == ReportState.APPROVED) {
            return;
        }
        Button mine = new Button("用我的内容提交", click -> {
            conflict.removeAll();
            seen = theirs.version();
            submit(seen);
        });
        Button other = new Button("采用对方的内容", click -> {
            conflict.removeAll();
            seen = theirs.version();
            quantity.claimed(theirs.claim());
            texts(
                    theirs.claim().progress(),
                    theirs.claim().nextSteps(),
                    theirs.claim().difficulty());
            problem.setText("");
        });
        Div buttons = new Div(mine, other);
        buttons.addClassName("guatu-buttons");
        conflict.add(new Comparison(theirs, claim(), week.begunOn(theirs.item(), seen), week.names()), buttons);
    }

    private Claim claim() {
        return new Claim(
                quantity.value(),
                quantity.below(),
                finished.getValue() ? completedOn.getValue() : null,
                evidenceNumber.getValue(),
                quantity.reason(),
                progress.getValue(),
                nextSteps.getValue(),
                difficulty.getValue(),
                finished.getValue() ? null : forecast.getValue(),
                false);
    }

    private static TextArea area(String label) {
        TextArea area = new TextArea(label);
        area.setMaxLength(4_000);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(MOMENT);
        return area;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
