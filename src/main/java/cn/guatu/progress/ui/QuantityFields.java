package cn.guatu.progress.ui;

import cn.guatu.platform.measure.Amount;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.measure.Quantity;
import cn.guatu.platform.measure.WrittenAmount;
import cn.guatu.platform.ui.Figures;
import cn.guatu.progress.Claim;
import cn.guatu.progress.Counted;
import cn.guatu.progress.WeekItem;
import cn.guatu.progress.WeeklyReport;
import cn.guatu.target.TargetKind;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cumulative value of an item, in any compatible unit, with the last value beside it; and the reason when it falls. */
final class QuantityFields extends Div {

    private static final int MOMENT = 800;

    private final @Nullable Counted counted;
    private final @Nullable BigDecimal lastClaim;
    private final TextField cumulative = new TextField();
    private final TextField denominator = new TextField("累计分母");
    private final TextField reason = new TextField("为什么比上次少(审核后作冲减)");

    QuantityFields(WeekItem item) {
        counted = item.counted() != null && item.counted().takesQuantity() ? item.counted() : null;
        WeeklyReport last = item.last();
        lastClaim = last == null ? null : last.claim().cumulative();
        addClassNames("wide", "guatu-quantity");
        reason.setVisible(false);
        if (counted == null) {
            setVisible(false);
            return;
        }
        boolean ratio = counted.kind() == TargetKind.RATIO;
        cumulative.setLabel(
                ratio
                        ? counted.name() + " 累计分子"
                        : counted.kind() == TargetKind.STOCK
                                ? counted.name() + " 现值(" + counted.unit() + ")"
                                : counted.name() + " 累计(" + counted.unit() + ")");
        cumulative.setHelperText(known());
        cumulative.setValueChangeMode(ValueChangeMode.LAZY);
        cumulative.setValueChangeTimeout(MOMENT);
        cumulative.getElement().setAttribute("inputmode", "decimal");
        cumulative.addValueChangeListener(change -> understood());
        denominator.setVisible(ratio);
        denominator.setValueChangeMode(ValueChangeMode.LAZY);
        denominator.setValueChangeTimeout(MOMENT);
        reason.addClassName("wide");
        add(cumulative, denominator, reason);
    }

    /** Moves the cursor here; false when there is nothing to fill in. */
    boolean begin() {
        if (counted != null) {
            cumulative.focus();
        }
        return counted != null;
    }

    /** Tells when something was typed. */
    void whenChanged(Consumer<Boolean> keep) {
        cumulative.addValueChangeListener(change -> keep.accept(change.isFromClient()));
        denominator.addValueChangeListener(change -> keep.accept(change.isFromClient()));
        reason.addValueChangeListener(change -> keep.accept(change.isFromClient()));
    }

    /** Shows what was typed before. */
    void typed(@Nullable String value, @Nullable String below, @Nullable String why) {
        cumulative.setValue(value == null ? "" : value);
        denominator.setValue(below == null ? "" : below);
        reason.setValue(why == null ? "" : why);
        askReason(why != null);
    }

    /** Shows what a report says. */
    void claimed(Claim claim) {
        if (counted != null) {
            typed(
                    claim.cumulative() == null ? null : Figures.inUnit(claim.cumulative(), counted.unit()),
                    claim.denominator() == null ? null : Figures.number(claim.denominator()),
                    claim.reason());
        }
    }

    /** Shows the field for the reason. */
    void askReason(boolean asked) {
        reason.setVisible(asked || reason.isVisible());
    }

    /** The value in the unit of the target; null when none is given or it cannot be read. */
    @Nullable
    BigDecimal value() {
        return read().orElse(null);
    }

    @Nullable
    BigDecimal below() {
        return counted == null || counted.kind() != TargetKind.RATIO
                ? null
                : WrittenAmount.parse(denominator.getValue(), null)
                        .map(Amount::bare)
                        .orElse(null);
    }

    /** Why what is written is no quantity; null when it is one or nothing is written. */
    @Nullable
    String problem() {
        return counted == null || cumulative.getValue().isBlank() || read().isPresent()
                ? null
                : "“%s”不是以%s计的数量，请核对。".formatted(cumulative.getValue(), counted.unit());
    }

    @Nullable
    String written() {
        return cut(cumulative.getValue());
    }

    @Nullable
    String writtenBelow() {
        return cut(denominator.getValue());
    }

    @Nullable
    String reason() {
        return reason.getValue().isBlank() ? null : reason.getValue();
    }

    private Optional<BigDecimal> read() {
        if (counted == null) {
            return Optional.empty();
        }
        return counted.kind() == TargetKind.RATIO
                ? WrittenAmount.parse(cumulative.getValue(), null).map(Amount::bare)
                : WrittenAmount.parse(cumulative.getValue(), counted.unit())
                        .flatMap(amount -> amount.in(MeasureUnit.of(counted.unit())))
                        .map(Quantity::value);
    }

    private void understood() {
        if (counted == null) {
            return;
        }
        String wrong = problem();
        cumulative.setInvalid(wrong != null);
        cumulative.setErrorMessage(wrong);
        BigDecimal value = value();
        boolean converted = value != null && !cumulative.getValue().strip().matches("[\\d.,]+");
        cumulative.setHelperText(
                converted && counted.kind() != TargetKind.RATIO
                        ? "= " + Figures.quantity(value, counted.unit()) + "；" + known()
                        : known());
        boolean falls = value != null
                && counted.kind() != TargetKind.STOCK
                && (value.compareTo(counted.confirmed()) < 0 || (lastClaim != null && value.compareTo(lastClaim) < 0));
        askReason(falls);
    }

    private String known() {
        if (counted == null) {
            return "";
        }
        String confirmed = "已确认 " + Words.confirmed(counted);
        return lastClaim == null ? confirmed : "上次填报 " + Figures.quantity(lastClaim, counted.unit()) + "，" + confirmed;
    }

    private static @Nullable String cut(String text) {
        return text.isBlank() ? null : text.substring(0, Math.min(64, text.length()));
    }
}
