package cn.guatu.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;

/** The top of a desk page: title and scope left, cut-off date and actions right. */
public class PageHeader extends Header {

    private static final long serialVersionUID = 1L;

    private final Span scope = new Span();

    /**
     * The head of a page.
     *
     * @param title what the page is
     * @param scope what it is about, e.g. the year and the unit; may be empty
     * @param actions cut-off date and buttons
     */
    public PageHeader(String title, String scope, Component... actions) {
        addClassName("guatu-page-header");
        this.scope.addClassName("scope");
        Div right = new Div(actions);
        right.addClassName("actions");
        add(new H1(title), this.scope, right);
        setScope(scope);
    }

    /**
     * Says anew what the page is about.
     *
     * @param scope e.g. the year and the unit
     */
    public final void setScope(String scope) {
        this.scope.setText(scope);
    }
}
