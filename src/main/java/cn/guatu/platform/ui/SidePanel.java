package cn.guatu.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * Details that slide in from the right over the page, never a dialog on a dialog. Esc and 关闭 ask the page to close it: the page owns
 * the address, so closing is a change of address and the back button closes it too.
 */
public class SidePanel extends Aside {

    private final H2 title = new H2();
    private final Div content = new Div();
    private final Button close = new Button(VaadinIcon.CLOSE_SMALL.create());

    /** A closed panel. */
    public SidePanel(Runnable whenClosed) {
        addClassName("guatu-panel");
        getElement().setAttribute("role", "dialog");
        getElement().setAttribute("aria-modal", "false");
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel("关闭");
        close.setTooltipText("关闭 (Esc)");
        close.addClickListener(click -> whenClosed.run());
        content.addClassName("guatu-panel-content");
        Header header = new Header(title, close);
        add(header, content);
        Shortcuts.addShortcutListener(this, () -> whenClosed.run(), Key.ESCAPE);
        setVisible(false);
    }

    /** Shows this content under this title and moves the focus into the panel. */
    public void open(String title, Component... components) {
        this.title.setText(title);
        getElement().setAttribute("aria-label", title);
        content.removeAll();
        content.add(components);
        if (!isVisible()) {
            setVisible(true);
            close.focus();
        }
    }

    /** Hides the panel and lets go of its content. */
    public void shut() {
        setVisible(false);
        content.removeAll();
    }

    /** Whether it is to be seen. */
    public boolean isOpen() {
        return isVisible();
    }
}
