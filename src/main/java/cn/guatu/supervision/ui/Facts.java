package cn.guatu.supervision.ui;

import cn.guatu.platform.ui.Figures;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Names and values under each other, and what happened in order. */
class Facts extends DescriptionList {

    Facts() {
        addClassName("guatu-facts");
    }

    Facts with(String name, @Nullable String value) {
        add(new Term(name), new Description(value == null || value.isBlank() ? Figures.NONE : value));
        return this;
    }

    /** What happened, the latest first. */
    static class Timeline extends UnorderedList {

        Timeline() {
            addClassName("guatu-timeline-list");
        }

        void put(Instant at, String actor, String what, @Nullable String note) {
            Span when = new Span(Registers.minute(at) + " · " + actor);
            when.addClassName("guatu-secondary");
            Div first = new Div(new Span(what), when);
            ListItem item = new ListItem(first);
            if (note != null) {
                Div said = new Div(note);
                said.addClassName("guatu-wrap");
                item.add(said);
            }
            addComponentAsFirst(item);
        }
    }
}
