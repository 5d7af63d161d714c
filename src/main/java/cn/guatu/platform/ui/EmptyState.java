package cn.guatu.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing to show: one sentence that says why, and the next action. */
public class EmptyState extends Div {

    /** The sentence, and links or buttons that lead on. */
    public EmptyState(String sentence, Component... next) {
        addClassName("guatu-empty");
        add(new Paragraph(sentence));
        add(next);
    }
}
