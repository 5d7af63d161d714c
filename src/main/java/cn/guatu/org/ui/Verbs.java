package cn.guatu.org.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;

/** What one can do with a line of 单位 and 人员. */
final class Verbs {

    private Verbs() {}

    /** The verb of the page. */
    static Button primary(String word, Runnable work) {
        Button button = new Button(word, click -> work.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** Changing a line, and what ends it. */
    static Component ofLine(Runnable edit, String end, boolean canEnd, Runnable ending) {
        Button leave = small(end, ending);
        leave.setVisible(canEnd);
        return new HorizontalLayout(small("修改", edit), leave);
    }

    /** Asks before it is done; a refusal is told. */
    static void sure(String head, String sentence, String verb, Runnable work) {
        ConfirmDialog sure = new ConfirmDialog(head, sentence, verb, confirm -> {
            try {
                work.run();
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        });
        sure.setCancelable(true);
        sure.setCancelText("取消");
        sure.open();
    }

    private static Button small(String word, Runnable work) {
        Button button = new Button(word, click -> work.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
