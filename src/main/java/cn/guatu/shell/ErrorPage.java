package cn.guatu.shell;

import cn.guatu.platform.ui.EmptyState;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** What an error page looks like: what happened, and the way back. */
abstract class ErrorPage extends Div {

    private static final long serialVersionUID = 1L;

    void show(String title, String sentence) {
        removeAll();
        addClassName("guatu-error-page");
        add(new H1(title), new EmptyState(sentence, new Anchor("", "返回首页")));
    }
}
