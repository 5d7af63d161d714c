package cn.guatu.supervision.ui;

import cn.guatu.supervision.SupervisionWord.About;
import cn.guatu.supervision.SupervisionWord.Kind;
import cn.guatu.supervision.WordService;
import cn.guatu.target.Target;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** A leader's 批示 on a target: which one, then the word. */
final class TargetWord extends Div {

    TargetWord(WordService words, int year, List<Target> targets, Runnable said) {
        ComboBox<Target> which = new ComboBox<>("指标");
        which.setItems(targets);
        which.setItemLabelGenerator(target -> target.code() + " " + target.name());
        which.setWidthFull();
        Div form = new Div();
        which.addValueChangeListener(chosen -> {
            form.removeAll();
            Target target = chosen.getValue();
            if (target != null) {
                form.add(new SayPanel(
                        words,
                        Kind.INSTRUCTION,
                        year,
                        About.target(target.id()),
                        target.code() + " " + target.name(),
                        said));
            }
        });
        add(which, form);
    }
}
