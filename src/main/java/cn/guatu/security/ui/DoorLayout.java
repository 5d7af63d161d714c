package cn.guatu.security.ui;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Paragraph;

/** The quiet page around sign-in, set-up and invitation: one card in the middle. */
final class DoorLayout {

    private DoorLayout() {}

    static void dress(HasStyle page) {
        page.addClassName("guatu-door");
        page.getElement().setAttribute("role", "main");
    }

    static Paragraph quiet(String sentence) {
        Paragraph paragraph = new Paragraph(sentence);
        paragraph.addClassName("guatu-quiet");
        return paragraph;
    }
}
