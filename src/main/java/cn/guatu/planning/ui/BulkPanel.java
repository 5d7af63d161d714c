package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.ManyEdits;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import java.util.function.Consumer;

/** The same owner, department or date for many rows; what is left empty stays as it is. */
final class BulkPanel extends Div {

    BulkPanel(Breakdown plan, int rows, Consumer<ManyEdits.Wanted> take) {
        addClassName("guatu-form");
        BreakdownTable.Options options = Lines.options(plan);
        ComboBox<String> owner = new ComboBox<>("责任人", options.people());
        owner.setAllowCustomValue(true);
        owner.addCustomValueSetListener(typed -> owner.setValue(typed.getDetail()));
        ComboBox<String> lead = new ComboBox<>("牵头科室(项目)", options.leads());
        TextField due = new TextField("计划完成(节点)");
        due.setPlaceholder("例如 9月30日、三季度");
        IntegerField shift = new IntegerField("或整体顺延(天)");
        shift.setPlaceholder("负数为提前");
        shift.setStepButtonsVisible(true);
        Paragraph what = new Paragraph("修改选中的 " + rows + " 行；留空的栏目不变。修改项目的日期时，它的全部节点一起移动。");
        what.addClassNames("wide", "guatu-secondary");
        Button save = new Button(
                "修改",
                click -> take.accept(new ManyEdits.Wanted(
                        due.getValue(),
                        Objects.requireNonNullElse(shift.getValue(), 0),
                        Objects.requireNonNullElse(owner.getValue(), ""),
                        Objects.requireNonNullElse(lead.getValue(), ""))));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(save);
        buttons.addClassNames("guatu-buttons", "wide");
        add(what, owner, lead, due, shift, buttons);
        owner.focus();
    }
}
