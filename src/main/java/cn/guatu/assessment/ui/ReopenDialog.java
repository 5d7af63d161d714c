package cn.guatu.assessment.ui;

import cn.guatu.assessment.Reopening;
import cn.guatu.org.PlanMonth;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks for what a re-opening names: person, scope, reason and expiry. */
class ReopenDialog extends Dialog {

    ReopenDialog(PlanMonth month, LocalDateTime proposed, Consumer<Reopening> take) {
        setHeaderTitle(month.title() + " · 重新开启");
        setWidth("560px");
        TextField person = new TextField("准许谁改（账号或姓名）");
        TextField scope = new TextField("范围");
        scope.setPlaceholder("例如：GH-03 的实际完成日期");
        TextArea reason = new TextArea("理由");
        DateTimePicker expiry = new DateTimePicker("到期自动锁定");
        expiry.setLocale(Locale.CHINA);
        expiry.setDatePickerI18n(ChineseTexts.datePicker());
        expiry.setValue(proposed);
        FormLayout form = new FormLayout(person, scope, reason, expiry);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(new Paragraph("已发布的快照不会改变；改动以更正列入对照。其他人仍被锁定。"), form);
        Button go = new Button("重新开启", click -> {
            boolean complete = !person.isEmpty() && !scope.isEmpty() && !reason.isEmpty() && expiry.getValue() != null;
            person.setInvalid(person.isEmpty());
            scope.setInvalid(scope.isEmpty());
            reason.setInvalid(reason.isEmpty());
            if (complete) {
                close();
                take.accept(new Reopening(
                        person.getValue().strip(),
                        scope.getValue().strip(),
                        reason.getValue().strip(),
                        expiry.getValue().atZone(BusinessClock.ZONE).toInstant()));
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("取消", click -> close()), go);
    }
}
