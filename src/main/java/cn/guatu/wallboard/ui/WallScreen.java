package cn.guatu.wallboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The picture itself: hands one document at a time to the custom element, which draws it and shows what moved. */
@Tag("guatu-wall")
@JsModule("./wall/session-wall.js")
class WallScreen extends Component {

    /** Draws the envelope of a document; the element animates what differs from the last one. */
    void show(String envelope) {
        getElement().setProperty("json", envelope);
        getElement().setProperty("stale", "");
    }

    /** Keeps the last picture, greyed, with its time: the figures cannot be read just now. */
    void showFailing() {
        getElement().setProperty("stale", "failing");
    }

    /** Shows one kind of page only; empty: all in their turns. */
    void only(String kind) {
        getElement().setProperty("fixed", kind);
    }

    /** Says something at the head, such as the day that is played. */
    void note(String sentence) {
        getElement().setProperty("note", sentence);
    }
}
