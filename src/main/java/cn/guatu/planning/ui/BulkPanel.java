package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.ManyEdits;
import cn.guatu.planning.rule.Understanding;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** The same owner, department or date for many rows; what is left empty stays as it is. */
final class BulkPanel extends RecordForm {

    private final transient Function<ManyEdits.Wanted, Understanding> meaning;
    private final ComboBox<String> owner;
    private final ComboBox<String> lead;
    private final TextField due = new TextField("计划完成(节点)");
    private final IntegerField shift = new IntegerField("或整体顺延(天)");

    /** A form for so many rows; {@code meaning} says what its contents come to on the plan as it is by then. */
    BulkPanel(
            Breakdown plan, int rows, Function<ManyEdits.Wanted, Understanding> meaning, Consumer<Understanding> take) {
        super(take);
        this.meaning = meaning;
        BreakdownTable.Options options = Lines.options(plan);
        owner = new ComboBox<>("责任人", options.people());
        owner.setAllowCustomValue(true);
        owner.addCustomValueSetListener(typed -> owner.setValue(typed.getDetail()));
        lead = new ComboBox<>("牵头科室(项目)", options.leads());
        due.setPlaceholder("例如 9月30日、三季度");
        shift.setPlaceholder("负数为提前");
        shift.setStepButtonsVisible(true);
        add(hint("修改选中的 " + rows + " 行；留空的栏目不变。修改项目的日期时，它的全部节点一起移动。"), owner, lead, due, shift);
        foot("修改");
        owner.focus();
    }

    @Override
    Understanding read() {
        return meaning.apply(new ManyEdits.Wanted(
                due.getValue(),
                Objects.requireNonNullElse(shift.getValue(), 0),
                Objects.requireNonNullElse(owner.getValue(), ""),
                Objects.requireNonNullElse(lead.getValue(), "")));
    }
}
