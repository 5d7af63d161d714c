package cn.guatu.supervision.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What the reader may do now: one field for what he says, and a button for each move. */
class MoveForm<M> extends Div {

    MoveForm(List<M> moves, Function<M, String> label, BiConsumer<M, String> moved) {
        addClassName("guatu-capture");
        if (moves.isEmpty()) {
            setVisible(false);
            return;
        }
        TextArea note = new TextArea("说明");
        note.setMaxLength(2000);
        note.setWidthFull();
        Div buttons = new Div();
        buttons.addClassName("guatu-buttons");
        for (M move : moves) {
            Button button = new Button(label.apply(move), click -> moved.accept(move, note.getValue()));
            if (move.equals(moves.getFirst())) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            buttons.add(button);
        }
        add(note, buttons);
    }
}
