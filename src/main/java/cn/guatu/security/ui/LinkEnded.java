package cn.guatu.security.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** What a used or expired link shows. */
class LinkEnded extends Div {
    LinkEnded(String sentence) {
        add(new H1("链接已失效"), DoorLayout.quiet(sentence), new Anchor(LoginView.PATH, "去登录"));
    }
}
