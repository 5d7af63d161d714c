package cn.guatu.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * The one frame of desk pages: title and scope left, cut-off date and actions right, filters as chips under it, then the body.
 */
@CssImport("./desk/desk.css")
@JsModule("./desk/chinese-sorters.js")
public class PageFrame extends Div {

    private final H1 title = new H1();
    private final Span scope = new Span();
    private final Div actions = new Div();
    private final Div filters = new Div();
    private final Div body = new Div();

    /** A frame with this title, nothing else yet. */
    public PageFrame(String title) {
        addClassName("guatu-page");
        getElement().setAttribute("role", "main");
        this.title.setText(title);
        scope.addClassName("scope");
        actions.addClassName("actions");
        Header header = new Header(this.title, scope, actions);
        header.addClassName("guatu-page-header");
        filters.addClassName("guatu-filters");
        filters.getElement().setAttribute("role", "search");
        filters.setVisible(false);
        body.addClassName("guatu-page-body");
        add(header, filters, body);
    }

    /** Changes the title. */
    public void title(String text) {
        title.setText(text);
    }

    /** Says whose figures these are and of when, beside the title. */
    public void scope(String text) {
        scope.setText(text);
    }

    /** Puts the cut-off date and the verbs on the right. */
    public void actions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }

    /** Puts the filters under the title. One that was there stays untouched, so that somebody who types in it can go on. */
    public void filters(Component... components) {
        List<Component> wanted = List.of(components);
        filters.getChildren().filter(each -> !wanted.contains(each)).toList().forEach(filters::remove);
        for (int i = 0; i < components.length; i++) {
            if (filters.getChildren().noneMatch(components[i]::equals)) {
                filters.addComponentAtIndex(Math.min(i, filters.getComponentCount()), components[i]);
            }
        }
        filters.setVisible(components.length > 0);
    }

    /** Replaces what the page shows. */
    public void body(Component... components) {
        body.removeAll();
        body.add(components);
    }
}
