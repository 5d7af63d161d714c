package cn.guatu.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.security.AccountService;
import cn.guatu.security.Role;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** Sign-in and set-up through what a person sees. */
@GuatuTest
@ViewPackages(packages = "cn.guatu.security.ui")
@WithAnonymousUser
class DoorViewsTest extends SpringBrowserlessTest {

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    AccountService accounts;

    @BeforeEach
    void empty() {
        cleaner.clear();
        clock.reset();
    }

    private static void open(String path, String parameter, String value) {
        UI.getCurrent().navigate(path, QueryParameters.of(parameter, value));
    }

    private void type(String first, String again) {
        test($(PasswordField.class).withCaption("密码").single()).setValue(first);
        test($(PasswordField.class).withCaption("再输入一次").single()).setValue(again);
        test($(Button.class).withText("创建系统管理员").single()).click();
    }

    @Test
    void the_set_up_link_makes_the_administrator_after_telling_what_a_password_must_be() {
        open("setup", "token", accounts.inviteFirstAdministrator());
        test($(TextField.class).withCaption("账号").single()).setValue("chenjing");
        test($(TextField.class).withCaption("姓名").single()).setValue("陈静");
        type("short", "short");
        assertThat($(Span.class).withTextContaining("至少要有 10 个字符").all()).hasSize(1);
        type("Renovation-2026", "Renovation-2027");
        assertThat($(Span.class).withTextContaining("不一致").all()).hasSize(1);
        type("Renovation-2026", "Renovation-2026");
        assertThat($(H1.class).withText("完成").all()).hasSize(1);
        assertThat(accounts.find("chenjing").orElseThrow().roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void a_link_that_nobody_sent_opens_nothing() {
        open("setup", "token", "guess");
        assertThat($(H1.class).withText("链接已失效").all()).hasSize(1);
        open("invitation", "token", "guess");
        assertThat($(H1.class).withText("链接已失效").all()).hasSize(1);
    }

    @Test
    void the_sign_in_page_says_how_long_a_lock_lasts() {
        var until = clock.now().plus(Duration.ofMinutes(12));
        open("login", "locked", until.toString());
        LoginForm form = $(LoginForm.class).single();
        assertThat(form.isError()).isTrue();
        assertThat(String.valueOf(form.getElement().getPropertyRaw("i18n"))).contains("12 分钟后再试");
    }
}
