package cn.guatu.supervision.ui;

import cn.guatu.supervision.BlockerClocks;
import cn.guatu.supervision.BlockerTier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Within how many working days each tier answers. */
class ClocksDialog extends Dialog {

    ClocksDialog(BlockersView view, Registers registers) {
        super("堵点回应时限(工作日)");
        setWidth("min(420px, 94vw)");
        BlockerClocks now = registers.blockers().clocks();
        Map<BlockerTier, IntegerField> fields = new EnumMap<>(BlockerTier.class);
        Div form = new Div();
        form.addClassName("guatu-form");
        for (BlockerTier tier : BlockerTier.values()) {
            IntegerField field = new IntegerField(tier.label());
            field.setValue(now.days(tier));
            field.setStepButtonsVisible(true);
            field.setMin(1);
            field.setMax(60);
            fields.put(tier, field);
            form.add(field);
        }
        add(form);
        Button save = new Button("保存", click -> {
            Map<BlockerTier, Integer> days = new EnumMap<>(BlockerTier.class);
            fields.forEach((tier, field) -> days.put(tier, Objects.requireNonNullElse(field.getValue(), 0)));
            if (view.done(() -> registers.blockers().setClocks(new BlockerClocks(days)), "回应时限已保存。")) {
                close();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("取消", click -> close()), save);
    }
}
