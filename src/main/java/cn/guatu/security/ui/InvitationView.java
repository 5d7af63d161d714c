package cn.guatu.security.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.security.AccountService;
import cn.guatu.security.rule.PasswordRule;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** 设置密码: what a one-time link from the administrator opens. */
@Route(value = InvitationView.PATH, autoLayout = false)
@PageTitle("设置密码 · 挂图作战")
@AnonymousAllowed
@CssImport("./security/door.css")
class InvitationView extends Main implements BeforeEnterObserver {

    static final String PATH = "invitation";

    private final AccountService accounts;
    private final Div card = new Div();

    InvitationView(AccountService accounts) {
        this.accounts = accounts;
        DoorLayout.dress(this);
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("token")
                .orElse("");
        card.removeAll();
        accounts.invitation(token)
                .filter(each -> each.username() != null)
                .ifPresentOrElse(
                        each -> askFor(token, each), () -> card.add(new LinkEnded("这个链接已用过或已过期,请联系系统管理员重新发送。")));
    }

    private void askFor(String token, AccountService.Invitation invitation) {
        TextField username = new TextField("账号");
        username.setValue(String.valueOf(invitation.username()));
        username.setReadOnly(true);
        NewPassword password = new NewPassword();
        Button set = new Button("设置密码");
        set.addThemeVariants(ButtonVariant.PRIMARY);
        set.setDisableOnClick(true);
        set.addClickListener(click -> {
            try {
                if (password.agrees()) {
                    accounts.acceptInvitation(token, password.value());
                    card.removeAll();
                    card.add(new PasswordSet("密码已设置,现在可以登录。"));
                }
            } catch (Refusal refusal) {
                password.refuse(refusal.sentence());
            } finally {
                set.setEnabled(true);
            }
        });
        card.add(
                new H1("设置密码"),
                DoorLayout.quiet(invitation.displayName() + ",您好。请设置登录密码:" + PasswordRule.SENTENCE + "。"),
                username,
                password,
                set);
    }
}
