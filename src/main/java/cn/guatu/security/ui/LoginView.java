package cn.guatu.security.ui;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.security.CurrentUser;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** 登录. Says why a sign-in did not work, and when the next try is heard; never whether there is such an account. */
@Route(value = LoginView.PATH, autoLayout = false)
@PageTitle("登录 · 挂图作战")
@AnonymousAllowed
@CssImport("./security/door.css")
class LoginView extends Main implements BeforeEnterObserver {

    static final String PATH = "login";

    private final LoginForm form = new LoginForm();
    private final LoginI18n texts = ChineseTexts.login();
    private final BusinessClock clock;
    private final CurrentUser user;

    LoginView(BusinessClock clock, CurrentUser user) {
        this.clock = clock;
        this.user = user;
        DoorLayout.dress(this);
        form.setI18n(texts);
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        add(new Div(
                new H1("挂图作战"),
                DoorLayout.quiet("重点工作任务、项目与指标调度平台"),
                form,
                DoorLayout.quiet("没有账号或忘记密码?请联系本局系统管理员,由其发送一次性链接。")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (user.caller().isPresent()) {
            event.forwardTo("");
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        query.getSingleParameter("locked").ifPresent(until -> say("暂时不能登录", lockedFor(until)));
        if (query.getParameters().containsKey("busy")) {
            say("登录的人较多", "此刻登录的人较多,请稍候几秒再试。");
        }
        if (query.getParameters().containsKey("error")) {
            say("登录没有成功", "账号或密码不正确。连续 5 次不正确将锁定 15 分钟。");
        }
    }

    private String lockedFor(String until) {
        long minutes = 15;
        try {
            Duration left = Duration.between(clock.now(), Instant.parse(until));
            minutes = Math.clamp((left.toSeconds() + 59) / 60, 1, 15);
        } catch (DateTimeException unreadable) {
            // somebody edited the address: the longest time is right enough
        }
        return "多次输入不正确,登录已暂停。请在 " + minutes + " 分钟后再试,或联系系统管理员解锁。";
    }

    private void say(String title, String message) {
        LoginI18n.ErrorMessage error = texts.getErrorMessage();
        error.setTitle(title);
        error.setMessage(message);
        form.setI18n(texts);
        form.setError(true);
    }
}
