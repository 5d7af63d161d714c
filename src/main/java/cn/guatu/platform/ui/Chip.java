package cn.guatu.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A filter that is on or off; pressed is told to the eye and to the screen reader alike. */
public class Chip extends NativeButton {

    /** A chip with a word. */
    public Chip(String word, boolean on, Runnable pressed) {
        this(new Span(word), word, on, pressed);
    }

    /** A chip with a light or another small picture, and the words that name it. */
    public Chip(Component content, String name, boolean on, Runnable pressed) {
        addClassName("guatu-chip");
        add(content);
        getElement().setAttribute("aria-pressed", String.valueOf(on));
        setAriaLabel(name);
        addClickListener(click -> pressed.run());
    }

    /** Whether the filter is on. */
    public boolean isOn() {
        return "true".equals(getElement().getAttribute("aria-pressed"));
    }
}
