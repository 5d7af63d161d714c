package cn.guatu.wallboard.ui;

import cn.guatu.org.Unit;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Notices;
import cn.guatu.wallboard.WallMeeting;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;

/** 议定: what, by whom, until when; the item gives the lead, a fortnight is proposed. */
class DecisionDialog extends Dialog {

    DecisionDialog(WallMeeting meeting, int year, WallMeeting.Item item, Runnable taken) {
        super("议定 · " + item.title());
        setWidth("min(960px, 94vw)");
        TextArea matter = new TextArea("议定事项");
        matter.setWidthFull();
        matter.setMinHeight("120px");
        matter.setMaxLength(4000);
        matter.focus();
        ComboBox<Unit> lead = new ComboBox<>("牵头科室");
        List<Unit> departments = meeting.departments();
        lead.setItems(departments);
        lead.setItemLabelGenerator(Unit::name);
        departments.stream()
                .filter(each -> each.name().equals(item.lead()))
                .findFirst()
                .ifPresent(lead::setValue);
        DatePicker due = new DatePicker("完成时限");
        due.setI18n(ChineseTexts.datePicker());
        due.setValue(meeting.usualDue());
        HorizontalLayout answer = new HorizontalLayout(lead, due);
        answer.setWrap(true);
        VerticalLayout form = new VerticalLayout(matter, answer);
        form.setPadding(false);
        add(form);
        Button save = new Button("记下", click -> {
            try {
                meeting.decide(
                        year,
                        matter.getValue(),
                        lead.getValue() == null ? null : lead.getValue().id(),
                        due.getValue());
                close();
                taken.run();
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        getFooter().add(new Button("取消", click -> close()), save);
    }
}
