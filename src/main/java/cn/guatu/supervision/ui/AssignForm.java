package cn.guatu.supervision.ui;

import cn.guatu.org.Person;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.project.Node;
import cn.guatu.supervision.Blocker;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

/** Who sees to a blocker, by when, and which node it holds up. */
class AssignForm extends Details {

    AssignForm(BlockersView view, Registers registers, Blocker blocker) {
        setSummaryText("调整责任人、时限、节点");
        ComboBox<Person> owner = new ComboBox<>("责任人");
        owner.setItems(registers.org().people().stream().filter(Person::active).toList());
        owner.setItemLabelGenerator(Person::name);
        owner.setClearButtonVisible(true);
        ComboBox<Node> node = new ComboBox<>("堵住的节点");
        node.setItems(registers.projects().nodes(blocker.phase()));
        node.setItemLabelGenerator(Node::name);
        node.setClearButtonVisible(true);
        DatePicker due = new DatePicker("要求解决日期", blocker.due());
        due.setI18n(ChineseTexts.datePicker());
        TextField reason = new TextField("原因");
        if (blocker.standing().owner() != null) {
            registers.org().person(blocker.standing().owner()).ifPresent(owner::setValue);
        }
        if (blocker.standing().node() != null) {
            registers.projects().node(blocker.standing().node()).ifPresent(node::setValue);
        }
        Button save = new Button(
                "保存调整",
                click -> view.done(
                        () -> registers
                                .blockers()
                                .assign(
                                        blocker.id(),
                                        blocker.version(),
                                        node.getValue() == null
                                                ? null
                                                : node.getValue().id(),
                                        owner.getValue() == null
                                                ? null
                                                : owner.getValue().id(),
                                        due.getValue(),
                                        reason.getValue(),
                                        registers.recording(view.year())),
                        "已调整。"));
        Div form = new Div(owner, due, node, reason, save);
        form.addClassName("guatu-form");
        add(form);
    }
}
