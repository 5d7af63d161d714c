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

/** 首次使用: the link printed at first start makes the first administrator, once. */
@Route(value = "setup", autoLayout = false)
@PageTitle("首次使用 · 挂图作战")
@AnonymousAllowed
@CssImport("./security/door.css")
class SetupView extends Main implements BeforeEnterObserver {

    private final AccountService accounts;
    private final Div card = new Div();

    SetupView(AccountService accounts) {
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
        boolean open = accounts.invitation(token)
                .filter(each -> each.username() == null)
                .isPresent();
        if (open) {
            askFor(token);
        } else {
            card.add(new LinkEnded("这个链接已用过或已过期。若系统还没有管理员,重新启动后会打印新的链接。"));
        }
    }

    private void askFor(String token) {
        TextField username = new TextField("账号");
        username.setValue("admin");
        username.setMaxLength(64);
        username.setRequired(true);
        TextField name = new TextField("姓名");
        name.setPlaceholder("例如:王小明");
        name.setMaxLength(64);
        NewPassword password = new NewPassword();
        Button create = new Button("创建系统管理员");
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setDisableOnClick(true);
        create.addClickListener(click -> {
            try {
                if (password.agrees()) {
                    accounts.createFirstAdministrator(token, username.getValue(), name.getValue(), password.value());
                    card.removeAll();
                    card.add(new PasswordSet("账号“" + username.getValue().strip() + "”已创建,现在可以登录。"));
                }
            } catch (Refusal refusal) {
                password.refuse(refusal.sentence());
            } finally {
                create.setEnabled(true);
            }
        });
        card.add(
                new H1("首次使用"),
                DoorLayout.quiet("请创建系统管理员账号,由其建立组织、人员和其他账号。" + PasswordRule.SENTENCE + "。"),
                username,
                name,
                password,
                create);
    }
}
