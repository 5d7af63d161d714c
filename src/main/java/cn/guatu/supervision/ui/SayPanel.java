package cn.guatu.supervision.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.Notices;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.supervision.SupervisionWord.About;
import cn.guatu.supervision.SupervisionWord.Kind;
import cn.guatu.supervision.WordService;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;

/** 催办 or 批示 on an item: one text, and who may say it. */
final class SayPanel extends Div {

    SayPanel(WordService words, Kind kind, int year, About about, String subject, Runnable said) {
        addClassName("guatu-form");
        Span what = new Span(subject);
        what.addClassNames("wide", "guatu-sentence");
        TextArea text = new TextArea(kind.label() + "内容");
        text.addClassName("wide");
        text.setMaxLength(1000);
        text.setMinHeight("120px");
        text.setPlaceholder(kind == Kind.URGE ? "不填写则为“请抓紧办理。”" : "写明要求和时限");
        Span problem = new Span();
        problem.addClassNames("wide", "guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        Button send = new Button("发出" + kind.label());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClickListener(click -> {
            try {
                if (kind == Kind.URGE) {
                    words.urge(year, about, text.getValue());
                } else {
                    words.instruct(year, about, text.getValue());
                }
            } catch (RuntimeException failure) {
                problem.setText(FailureReport.of(failure).sentence());
                return;
            }
            Notices.success(kind.label() + "已发出，责任人和科室负责人会收到提醒。");
            said.run();
        });
        Div buttons = new Div(send);
        buttons.addClassNames("wide", "guatu-buttons");
        add(what, text, problem, buttons);
    }

    /** Whether somebody may say it. */
    static boolean may(CurrentUser user, Kind kind) {
        return user.has(Permission.APPROVE) || (kind == Kind.URGE && user.has(Permission.OPERATE));
    }
}
