package cn.guatu.planning.ui;

import cn.guatu.org.Deputy;
import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.planning.ResponsibilityService;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;

/** Who stands in for somebody who is absent, between two days. */
final class DeputyPanel extends Div {

    private final transient ResponsibilityService service;
    private final transient OrgService org;
    private final ComboBox<Person> absent = new ComboBox<>("缺席的人");
    private final ComboBox<Person> stand = new ComboBox<>("代理人（同一单位）");
    private final DatePicker from = new DatePicker("自");
    private final DatePicker to = new DatePicker("至");
    private final TextField reason = new TextField("原因");
    private final Span problem = new Span();
    private final Div current = new Div();

    DeputyPanel(ResponsibilityService service, OrgService org, BusinessClock clock) {
        this.service = service;
        this.org = org;
        addClassName("guatu-form");
        List<Person> people = org.people().stream().filter(Person::active).toList();
        absent.setItems(people);
        absent.setItemLabelGenerator(Person::name);
        stand.setItemLabelGenerator(Person::name);
        absent.addValueChangeListener(change -> stand.setItems(people.stream()
                .filter(each -> change.getValue() != null
                        && each.unit().equals(change.getValue().unit())
                        && !each.id().equals(change.getValue().id()))
                .toList()));
        from.setI18n(ChineseTexts.datePicker());
        to.setI18n(ChineseTexts.datePicker());
        from.setValue(clock.today());
        to.setValue(clock.today().plusDays(6));
        Paragraph what = new Paragraph("代理期间，代理人可以替缺席的人填报；缺席的人是科室负责人的，还可以审核和计入。开始和结束时，代理人须重新登录。");
        what.addClassNames("wide", "guatu-secondary");
        problem.addClassNames("wide", "guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        Button name = new Button("设置代理", click -> name());
        name.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(name);
        buttons.addClassNames("guatu-buttons", "wide");
        current.addClassName("wide");
        add(what, absent, stand, from, to, reason, problem, buttons, current);
        list();
    }

    private void name() {
        if (absent.getValue() == null || stand.getValue() == null || from.getValue() == null || to.getValue() == null) {
            problem.setText("请选择缺席的人、代理人和起止日期。");
            return;
        }
        carryOut(() -> service.nameDeputy(
                absent.getValue().id(),
                stand.getValue().id(),
                from.getValue(),
                to.getValue(),
                reason.getValue().isBlank() ? null : reason.getValue().strip()));
    }

    private void carryOut(Runnable act) {
        try {
            act.run();
            problem.setText("");
        } catch (RuntimeException failure) {
            problem.setText(FailureReport.of(failure).sentence());
        }
        list();
    }

    private void list() {
        current.removeAll();
        current.add(new H3("现在和以后的代理"));
        for (Deputy each : service.deputies()) {
            Button end = new Button("结束", click -> carryOut(() -> service.endDeputy(each)));
            end.addThemeVariants(ButtonVariant.SMALL);
            current.add(new Div(
                    new Span(named(each.deputy()) + " 代理 " + named(each.person()) + "，" + each.from() + " 至 "
                            + each.to() + (each.reason() == null ? " " : "，" + each.reason() + " ")),
                    end));
        }
    }

    private String named(PersonId id) {
        return org.person(id).map(Person::name).orElse("");
    }
}
