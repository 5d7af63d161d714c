package cn.guatu.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;

/** A new password, typed twice, with the sentence that refuses it. */
class NewPassword extends Div {

    private final PasswordField first = new PasswordField("密码");
    private final PasswordField again = new PasswordField("再输入一次");
    private final Span refusal = new Span();

    NewPassword() {
        addClassName("guatu-new-password");
        refusal.addClassName("guatu-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        first.getElement().setAttribute("autocomplete", "new-password");
        again.getElement().setAttribute("autocomplete", "new-password");
        add(first, again, refusal);
    }

    String value() {
        return first.getValue();
    }

    /** Whether both are the same; says so when they are not. */
    boolean agrees() {
        boolean same = first.getValue().equals(again.getValue());
        if (same) {
            refusal.setVisible(false);
        } else {
            refuse("两次输入的密码不一致,请重新输入。");
        }
        return same;
    }

    void refuse(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(true);
    }
}
