package cn.guatu.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Stands where there is nothing to show: one sentence and the next action. */
public class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * An empty place.
     *
     * @param sentence why it is empty
     * @param nextActions what to do about it
     */
    public EmptyState(String sentence, Component... nextActions) {
        addClassName("guatu-empty");
        add(new Paragraph(sentence));
        add(nextActions);
    }
}
