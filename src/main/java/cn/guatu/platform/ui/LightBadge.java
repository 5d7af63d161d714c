package cn.guatu.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * A light as the eye meets it: shape, colour and word. It knows no rule; who decides the colour also passes the sentence that explains it.
 */
@Tag("guatu-light")
@JsModule("./desk/guatu-light.js")
public class LightBadge extends Component {

    /** A light with its word beside it. */
    public LightBadge(LightShape shape, String word) {
        set(shape, word);
    }

    /** Changes the light; on the page it pulses once when the shape is another one. */
    public final void set(LightShape shape, String word) {
        getElement().setAttribute("shape", shape.attribute());
        getElement().setAttribute("word", word);
    }

    /** Shows the sentence with the numbers and the rule while the pointer or the focus is on the light. */
    public LightBadge explainedBy(String sentence) {
        getElement().setAttribute("title", sentence);
        return this;
    }

    /** Shows the shape alone; the word stays for those who listen to the page. */
    public LightBadge compact() {
        getElement().setAttribute("compact", true);
        return this;
    }

    /** The word of the light. */
    public String word() {
        return getElement().getAttribute("word");
    }

    /** The shape, as the element calls it. */
    public String shape() {
        return getElement().getAttribute("shape");
    }
}
