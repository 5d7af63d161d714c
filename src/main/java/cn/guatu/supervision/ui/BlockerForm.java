package cn.guatu.supervision.ui;

import cn.guatu.org.Person;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerData;
import cn.guatu.supervision.BlockerStatus;
import cn.guatu.target.Target;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;

/** A new blocker of a phase that the reader sees. */
class BlockerForm extends Div {

    private final ComboBox<Phase> phase = new ComboBox<>("项目 · 分期");
    private final ComboBox<Node> node = new ComboBox<>("堵住的节点(可不选)");
    private final TextArea problem = new TextArea("问题");
    private final Select<BlockerCause> cause = new Select<>();
    private final TextField responsible = new TextField("责任单位");
    private final ComboBox<Person> owner = new ComboBox<>("责任人(可不选)");
    private final DatePicker due = new DatePicker("要求解决日期");
    private final ComboBox<Target> target = new ComboBox<>("涉及指标(可不选)");
    private final BigDecimalField quantity = new BigDecimalField("涉及数量");

    BlockerForm(BlockersView view, Registers registers, int year, Runnable close) {
        addClassName("guatu-form");
        phase.setItems(registers.projects().phases(year).stream()
                .filter(each -> each.isSeenBy(registers.user().scope()))
                .toList());
        phase.setItemLabelGenerator(each -> each.projectName() + " · " + each.name());
        phase.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                node.setItems(registers.projects().nodes(change.getValue().id()));
            }
        });
        node.setItemLabelGenerator(Node::name);
        problem.setMaxLength(4000);
        cause.setLabel("原因");
        cause.setItems(BlockerCause.values());
        cause.setItemLabelGenerator(BlockerCause::label);
        owner.setItems(registers.org().people().stream().filter(Person::active).toList());
        owner.setItemLabelGenerator(Person::name);
        due.setI18n(ChineseTexts.datePicker());
        target.setItems(registers.targets().targets(year));
        target.setItemLabelGenerator(each -> each.name() + "(" + each.unit() + ")");
        phase.addClassName("wide");
        problem.addClassName("wide");
        Button save = new Button("登记", click -> {
            if (view.done(() -> save(registers, year), "堵点已登记。")) {
                close.run();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(save, new Button("取消", click -> close.run()));
        buttons.addClassNames("guatu-buttons", "wide");
        add(phase, problem, node, cause, responsible, owner, due, target, quantity, buttons);
    }

    private void save(Registers registers, int year) {
        if (phase.getValue() == null) {
            throw Refusal.invalid("请选择项目分期。");
        }
        LocalDate today = registers.clock().today();
        registers
                .blockers()
                .log(
                        new BlockerData(
                                null,
                                phase.getValue().id(),
                                problem.getValue(),
                                cause.getValue(),
                                responsible.getValue(),
                                registers
                                        .org()
                                        .unit(responsible.getValue())
                                        .map(cn.guatu.org.Unit::id)
                                        .orElse(null),
                                today,
                                due.getValue(),
                                target.getValue() == null
                                        ? null
                                        : target.getValue().id(),
                                quantity.getValue(),
                                false,
                                BlockerStatus.OPEN,
                                0),
                        node.getValue() == null ? null : node.getValue().id(),
                        owner.getValue() == null ? null : owner.getValue().id(),
                        registers.recording(year));
    }
}
