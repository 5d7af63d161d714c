package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Understanding;
import cn.guatu.planning.rule.Unreadable;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A form beside the desk whose contents become one step. What is wrong with it is said in the form, and what was typed stays. */
abstract class RecordForm extends Div {

    private final transient Consumer<Understanding> take;
    private final Span problem = new Span();

    /** A form without fields; {@code take} carries the step out, or throws why it cannot. */
    RecordForm(Consumer<Understanding> take) {
        this.take = take;
        addClassName("guatu-form");
        problem.addClassNames("guatu-problem", "wide");
        problem.getElement().setAttribute("role", "alert");
    }

    /** What the fields say. @throws Unreadable when they say nothing that goes together */
    abstract Understanding read();

    /** Puts the end under the fields: what is wrong, and the button. */
    final void foot(String verb) {
        Button save = new Button(verb, click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(save);
        buttons.addClassNames("guatu-buttons", "wide");
        add(hint("保存后可以用 Ctrl+Z 撤销。"), problem, buttons);
    }

    private void save() {
        problem.setText("");
        try {
            take.accept(read());
        } catch (Unreadable unreadable) {
            problem.setText(unreadable.sentence());
        } catch (RuntimeException failure) {
            problem.setText(FailureReport.of(failure).sentence());
        }
    }

    static Paragraph hint(String words) {
        Paragraph hint = new Paragraph(words);
        hint.addClassNames("guatu-secondary", "wide");
        return hint;
    }

    static <T> Select<T> select(String label, T[] items, Function<T, String> words, @Nullable T value) {
        Select<T> select = new Select<>();
        select.setLabel(label);
        select.setItems(List.of(items));
        select.setItemLabelGenerator(each -> each == null ? "" : words.apply(each));
        select.setValue(value);
        return select;
    }

    static ComboBox<Target> targets(String label, @Nullable TargetId value, List<Target> items) {
        ComboBox<Target> box = new ComboBox<>(label, items);
        box.setItemLabelGenerator(Target::name);
        box.setClearButtonVisible(true);
        items.stream().filter(each -> each.id().equals(value)).findFirst().ifPresent(box::setValue);
        return box;
    }

    static @Nullable TargetId id(ComboBox<Target> box) {
        return box.getValue() == null ? null : box.getValue().id();
    }

    static DatePicker day(String label, @Nullable LocalDate value) {
        DatePicker day = new DatePicker(label, value);
        day.setI18n(ChineseTexts.datePicker());
        day.setClearButtonVisible(true);
        return day;
    }

    static TextField weight(@Nullable BigDecimal weight) {
        TextField field =
                text("权重", weight == null ? "" : MeasureUnit.plain(weight).toPlainString());
        field.setPlaceholder("1");
        return field;
    }

    static TextField text(String label, @Nullable String value) {
        TextField field = new TextField(label);
        field.setValue(Objects.requireNonNullElse(value, ""));
        field.setMaxLength(1000);
        return field;
    }

    static TextArea area(String label, @Nullable String value) {
        TextArea area = new TextArea(label);
        area.setValue(Objects.requireNonNullElse(value, ""));
        area.setMaxLength(4000);
        area.addClassName("wide");
        return area;
    }

    /** A field over the whole width, with a word about what belongs there. */
    static TextField wide(TextField field, String helper) {
        field.addClassName("wide");
        field.setHelperText(helper);
        return field;
    }
}
