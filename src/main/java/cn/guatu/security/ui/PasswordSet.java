package cn.guatu.security.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** Shown when a link has done its work. */
class PasswordSet extends Div {
    PasswordSet(String sentence) {
        add(new H1("完成"), DoorLayout.quiet(sentence), new Anchor(LoginView.PATH, "去登录"));
    }
}
