package cn.guatu.notification.ui;

import cn.guatu.notification.NoticeSettings;
import cn.guatu.notification.NoticeSettingsService;
import cn.guatu.notification.rule.QuietHours;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** From when in the week digests go out, and when nothing does. */
class SendingDialog extends Dialog {

    SendingDialog(NoticeSettingsService settings) {
        super("发送设置");
        NoticeSettings now = settings.settings();
        Select<DayOfWeek> day = new Select<>();
        day.setLabel("每周邮件摘要");
        day.setItems(DayOfWeek.values());
        day.setItemLabelGenerator(each -> each.getDisplayName(TextStyle.FULL, Locale.CHINA));
        day.setValue(now.digestDay());
        TimePicker time = NoticeSettingsView.time("起", now.digestTime());
        TimePicker from = NoticeSettingsView.time("免打扰从", now.quiet().begins());
        TimePicker to = NoticeSettingsView.time("到", now.quiet().ends());
        Div form = new Div(day, time, from, to);
        form.addClassName("guatu-form");
        add(form);
        setWidth("min(480px, 94vw)");
        Button save = new Button("保存", click -> {
            if (time.getValue() == null || from.getValue() == null || to.getValue() == null) {
                Notices.error("请把时间填写完整。");
                return;
            }
            try {
                settings.set(new NoticeSettings(
                        day.getValue(),
                        time.getValue(),
                        QuietHours.between(from.getValue(), to.getValue()),
                        now.version()));
                close();
                Notices.success("发送设置已保存。");
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("取消", click -> close()), save);
    }
}
