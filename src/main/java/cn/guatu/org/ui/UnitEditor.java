package cn.guatu.org.ui;

import cn.guatu.org.Unit;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The form of a unit; it stays open with what was typed when saving is refused. */
class UnitEditor extends Dialog {

    private final TextField name = new TextField("名称");
    private final Select<UnitKind> kind = new Select<>();
    private final ComboBox<Unit> parent = new ComboBox<>("上级");
    private final IntegerField order = new IntegerField("排序");

    UnitEditor(@Nullable Unit unit, List<Unit> all, Consumer<UnitData> save) {
        super(unit == null ? "新增单位" : "修改单位");
        setWidth("min(420px, 94vw)");
        name.setMaxLength(64);
        name.setRequiredIndicatorVisible(true);
        kind.setLabel("类型");
        kind.setItems(UnitKind.values());
        kind.setItemLabelGenerator(UnitKind::label);
        kind.setValue(UnitKind.DEPARTMENT);
        parent.setItems(all.stream()
                .filter(each -> unit == null || !each.id().equals(unit.id()))
                .toList());
        parent.setItemLabelGenerator(Unit::name);
        parent.setClearButtonVisible(true);
        order.setHelperText("数字小的排在前面");
        if (unit != null) {
            name.setValue(unit.name());
            kind.setValue(unit.kind());
            all.stream()
                    .filter(each -> each.id().equals(unit.parent()))
                    .findFirst()
                    .ifPresent(parent::setValue);
            order.setValue(unit.sortOrder());
        }
        VerticalLayout form = new VerticalLayout(name, kind, parent, order);
        form.setPadding(false);
        add(form);
        Button ok = new Button("保存", click -> {
            try {
                save.accept(data(unit));
                close();
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("取消", click -> close()), ok);
    }

    private UnitData data(@Nullable Unit unit) {
        if (name.getValue().isBlank()) {
            throw Refusal.invalid("请填写单位名称。");
        }
        Unit above = parent.getValue();
        return new UnitData(
                unit == null ? null : unit.id(),
                name.getValue().strip(),
                kind.getValue(),
                above == null ? null : above.id(),
                order.getValue());
    }
}
