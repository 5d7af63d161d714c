package cn.guatu.org.ui;

import cn.guatu.org.Person;
import cn.guatu.org.PersonData;
import cn.guatu.org.Position;
import cn.guatu.org.Unit;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The form of a person; it stays open with what was typed when saving is refused. */
class PersonEditor extends Dialog {

    private final TextField name = new TextField("姓名");
    private final ComboBox<Unit> unit = new ComboBox<>("单位");
    private final ComboBox<Position> position = new ComboBox<>("岗位");
    private final TextField account = new TextField("账号");
    private final TextField phone = new TextField("手机");
    private final EmailField email = new EmailField("邮箱");
    private final Checkbox active = new Checkbox("在岗", true);

    PersonEditor(@Nullable Person person, List<Unit> units, Consumer<PersonData> save) {
        super(person == null ? "新增人员" : "修改人员");
        setWidth("min(560px, 94vw)");
        name.setMaxLength(64);
        name.setRequiredIndicatorVisible(true);
        unit.setItems(units);
        unit.setItemLabelGenerator(Unit::name);
        unit.setRequiredIndicatorVisible(true);
        position.setItems(Position.values());
        position.setItemLabelGenerator(Position::label);
        position.setClearButtonVisible(true);
        account.setMaxLength(64);
        account.setHelperText("登录名;不登录的人员留空");
        phone.setMaxLength(32);
        email.setMaxLength(128);
        if (person != null) {
            show(person, units);
        }
        Div form = new Div(name, unit, position, account, phone, email, active);
        form.addClassName("guatu-form");
        add(form);
        Button ok = new Button("保存", click -> {
            try {
                save.accept(data(person));
                close();
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("取消", click -> close()), ok);
    }

    private void show(Person person, List<Unit> units) {
        name.setValue(person.name());
        units.stream()
                .filter(each -> each.id().equals(person.unit()))
                .findFirst()
                .ifPresent(unit::setValue);
        position.setValue(person.position());
        account.setValue(orEmpty(person.account()));
        phone.setValue(orEmpty(person.phone()));
        email.setValue(orEmpty(person.email()));
        active.setValue(person.active());
    }

    private PersonData data(@Nullable Person person) {
        Unit of = unit.getValue();
        if (name.getValue().isBlank() || of == null) {
            throw Refusal.invalid("请填写姓名并选择单位。");
        }
        if (email.isInvalid()) {
            throw Refusal.invalid("邮箱的写法不正确,请核对。");
        }
        return new PersonData(
                person == null ? null : person.id(),
                name.getValue().strip(),
                orNull(account.getValue()),
                of.id(),
                position.getValue(),
                orNull(phone.getValue()),
                orNull(email.getValue()),
                active.getValue());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
