package cn.guatu.notification.ui;

import cn.guatu.notification.NoticeChoice;
import cn.guatu.notification.NoticeService;
import cn.guatu.notification.NoticeSettings;
import cn.guatu.notification.NoticeSettingsService;
import cn.guatu.notification.rule.QuietHours;
import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PagePart;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** 接收设置: by which ways I want to be told, and what other features let me set here. */
@Route("notices/settings")
@PageTitle("接收设置 · 挂图作战")
@PermitAll
class NoticeSettingsView extends Div implements BeforeEnterObserver {

    static final String PAGE = "notices/settings";

    private final transient NoticeSettingsService settings;
    private final transient NoticeService notices;
    private final transient OrgService org;
    private final transient ObjectProvider<PagePart> parts;
    private final PageFrame page = new PageFrame("接收设置");

    NoticeSettingsView(
            NoticeSettingsService settings, NoticeService notices, OrgService org, ObjectProvider<PagePart> parts) {
        this.settings = settings;
        this.notices = notices;
        this.org = org;
        this.parts = parts;
        setSizeFull();
        page.actions(new Anchor("notices", "返回通知"));
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Person me = notices.me().flatMap(org::person).orElse(null);
        if (me == null) {
            page.body(new EmptyState("这个账号没有对应的人员,不会收到通知,无需设置。", new Anchor("notices", "返回通知")));
            return;
        }
        page.scope(me.name());
        Div all = new Div(ways(me.email()));
        all.addClassName("guatu-settings");
        parts.orderedStream()
                .filter(part -> part.page().equals(PAGE))
                .forEach(part -> part.create(0, String.valueOf(me.id().value()))
                        .ifPresent(shown -> all.add(card(part.title(), shown))));
        page.body(all);
    }

    private Div ways(@Nullable String email) {
        NoticeChoice now = settings.choice();
        NoticeSettings usual = settings.settings();
        Checkbox mail = new Checkbox("每周一封邮件摘要", now.mail());
        Paragraph address = new Paragraph(
                email == null
                        ? "您没有登记邮箱,收不到邮件;请联系系统管理员在“人员”中补充。"
                        : "发到 " + email + ";每周一封,"
                                + usual.digestDay().getDisplayName(TextStyle.FULL, Locale.CHINA) + " "
                                + usual.digestTime() + " 起,没有未读通知就不发。");
        address.addClassName("guatu-secondary");
        Checkbox robots = new Checkbox("允许在工作群(群机器人)里提到发给我的通知", now.robots());
        QuietHours quiet = Objects.requireNonNullElse(now.quiet(), usual.quiet());
        Checkbox own = new Checkbox("用我自己的免打扰时间", now.quiet() != null);
        TimePicker from = time("从", quiet.begins());
        TimePicker to = time("到", quiet.ends());
        Div times = new Div(own, from, to);
        times.addClassName("row");
        from.setEnabled(now.quiet() != null);
        to.setEnabled(now.quiet() != null);
        own.addValueChangeListener(change -> {
            from.setEnabled(change.getValue());
            to.setEnabled(change.getValue());
        });
        Button save = new Button(
                "保存", click -> save(mail.getValue(), robots.getValue(), own.getValue() ? hours(from, to) : null));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Paragraph always = new Paragraph("站内通知(右上角铃铛)总会收到,不能关闭。");
        always.addClassName("guatu-secondary");
        Div buttons = new Div(save);
        buttons.addClassName("guatu-buttons");
        return card("接收方式", new Div(always, mail, address, robots, times, buttons));
    }

    private void save(boolean mail, boolean robots, @Nullable QuietHours quiet) {
        try {
            settings.choose(new NoticeChoice(mail, robots, quiet));
            Notices.success("接收设置已保存。");
        } catch (Refusal refusal) {
            Notices.error(refusal.sentence());
        }
    }

    private static QuietHours hours(TimePicker from, TimePicker to) {
        return QuietHours.between(
                Objects.requireNonNullElse(from.getValue(), LocalTime.of(21, 0)),
                Objects.requireNonNullElse(to.getValue(), LocalTime.of(8, 0)));
    }

    static TimePicker time(String label, LocalTime value) {
        TimePicker picker = new TimePicker(label, value);
        picker.setLocale(Locale.CHINA);
        picker.setStep(Duration.ofMinutes(30));
        picker.setWidth("120px");
        return picker;
    }

    private static Div card(String title, com.vaadin.flow.component.Component content) {
        Div card = new Div(new H2(title), content);
        card.addClassName("guatu-card");
        return card;
    }
}
