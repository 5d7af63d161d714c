package cn.guatu.progress.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.measure.Quantity;
import cn.guatu.platform.measure.WrittenAmount;
import cn.guatu.platform.ui.Figures;
import cn.guatu.progress.Claim;
import cn.guatu.progress.Counted;
import cn.guatu.progress.Draft;
import cn.guatu.progress.Submission;
import cn.guatu.progress.WeekItem;
import cn.guatu.progress.WeeklyReport;
import cn.guatu.progress.rule.PastedRows;
import cn.guatu.target.TargetKind;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the quick table: the fields of one item. A ratio and a finished node are reported in their form, where there is room. */
final class TableRow {

    private final Week week;
    private final WeekItem item;
    private final TextField cumulative = field("累计");
    private final TextField progress = field("进展情况");
    private final TextField nextSteps = field("下步计划");
    private final TextField difficulty = field("存在问题");
    private final Checkbox noChange = new Checkbox();
    private final Span outcome = new Span();
    private boolean done;

    TableRow(Week week, WeekItem item) {
        this.week = week;
        this.item = item;
        Counted counted = item.counted();
        cumulative.setEnabled(counted != null && counted.takesQuantity() && counted.kind() != TargetKind.RATIO);
        noChange.setAriaLabel("无变化 " + item.title());
        outcome.addClassName("guatu-wrap");
        Draft draft = item.draft();
        if (draft != null) {
            set(draft.cumulative(), draft.progress(), draft.nextSteps(), draft.difficulty());
        }
        for (TextField each : fields()) {
            each.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    noChange.setValue(false);
                    keep();
                }
            });
        }
    }

    WeekItem item() {
        return item;
    }

    TextField cumulative() {
        return cumulative;
    }

    TextField progress() {
        return progress;
    }

    TextField nextSteps() {
        return nextSteps;
    }

    TextField difficulty() {
        return difficulty;
    }

    Checkbox noChange() {
        return noChange;
    }

    Span outcome() {
        return outcome;
    }

    String known() {
        Counted counted = item.counted();
        if (counted == null || !counted.takesQuantity()) {
            return "";
        }
        WeeklyReport last = item.last();
        BigDecimal claimed = last == null ? null : last.claim().cumulative();
        return (claimed == null ? "" : Figures.inUnit(claimed, counted.unit()) + " / ") + Words.confirmed(counted);
    }

    boolean isFilled() {
        return !done
                && (noChange.getValue()
                        || fields().stream().anyMatch(each -> !each.getValue().isBlank()));
    }

    boolean isDone() {
        return done;
    }

    /** Marks the row 无变化 when nothing is written in it. */
    void nothingElse() {
        if (!done && !isFilled()) {
            noChange.setValue(true);
        }
    }

    void fill(PastedRows.Row pasted) {
        set(pasted.cumulative(), pasted.progress(), pasted.nextSteps(), pasted.difficulty());
        noChange.setValue(false);
        keep();
    }

    void submit() {
        boolean same = noChange.getValue();
        Claim claim = new Claim(
                value(),
                null,
                null,
                null,
                null,
                progress.getValue(),
                nextSteps.getValue(),
                difficulty.getValue(),
                same ? null : item.forecast(),
                same);
        week.reports().submit(new Submission(item.key(), claim, item.version()));
        done = true;
        outcome.setText("已提交");
        outcome.removeClassName("guatu-problem");
        fields().forEach(each -> each.setReadOnly(true));
        noChange.setReadOnly(true);
    }

    /** What is written is kept as a draft, so that the form, where there is room for a reason, begins with it. */
    void refused(String sentence) {
        outcome.setText(sentence);
        outcome.add(new Anchor("my-week?item=" + Words.key(item.key()), "逐项填写"));
        outcome.addClassName("guatu-problem");
    }

    private @Nullable BigDecimal value() {
        Counted counted = item.counted();
        String written = cumulative.getValue();
        if (counted == null || written.isBlank()) {
            return null;
        }
        return WrittenAmount.parse(written, counted.unit())
                .flatMap(amount -> amount.in(MeasureUnit.of(counted.unit())))
                .map(Quantity::value)
                .orElseThrow(() -> Refusal.invalid("“%s”不是以%s计的数量，请核对。".formatted(written, counted.unit())));
    }

    private void keep() {
        week.mine()
                .keep(
                        item.key(),
                        new Draft(
                                item.version(),
                                text(cumulative),
                                null,
                                null,
                                null,
                                null,
                                text(progress),
                                text(nextSteps),
                                text(difficulty),
                                item.forecast(),
                                null));
    }

    private void set(@Nullable String value, @Nullable String done, @Nullable String next, @Nullable String problems) {
        cumulative.setValue(cumulative.isEnabled() && value != null ? value : "");
        progress.setValue(done == null ? "" : done);
        nextSteps.setValue(next == null ? "" : next);
        difficulty.setValue(problems == null ? "" : problems);
    }

    private List<TextField> fields() {
        return List.of(cumulative, progress, nextSteps, difficulty);
    }

    private static @Nullable String text(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue();
    }

    private static TextField field(String label) {
        TextField field = new TextField();
        field.setAriaLabel(label);
        field.setWidthFull();
        return field;
    }
}
