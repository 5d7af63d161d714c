package cn.guatu.planning.ui;

import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.planning.HandOver;
import cn.guatu.planning.Responsibility;
import cn.guatu.planning.ResponsibilityService;
import cn.guatu.planning.rule.OwnerChange;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.project.PhaseId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything of one person to another in one go: what moves is listed first, and it can be taken back. */
final class HandOverPanel extends Div {

    /** Who stands on the lines, with or without a record. */
    private record Giver(String name, @Nullable PersonId id) {}

    private final int year;
    private final transient ResponsibilityService service;
    private final transient Consumer<String> done;
    private final ComboBox<Giver> from = new ComboBox<>("移交人");
    private final ComboBox<Person> to = new ComboBox<>("接手人");
    private final DatePicker day = new DatePicker("生效日期");
    private final TextField reason = new TextField("原因");
    private final Div preview = new Div();
    private final Span problem = new Span();

    HandOverPanel(int year, ResponsibilityService service, OrgService org, BusinessClock clock, Consumer<String> done) {
        this.year = year;
        this.service = service;
        this.done = done;
        addClassName("guatu-form");
        from.setItems(givers(service.lines(year)));
        from.setItemLabelGenerator(each -> each.name() + (each.id() == null ? "（不在人员名单）" : ""));
        to.setItems(org.people().stream().filter(Person::active).toList());
        to.setItemLabelGenerator(Person::name);
        day.setI18n(ChineseTexts.datePicker());
        day.setValue(clock.today());
        day.setMax(clock.today());
        from.addValueChangeListener(change -> preview());
        preview.addClassName("wide");
        problem.addClassNames("wide", "guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        Button hand = new Button("全部移交", click -> hand());
        hand.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(hand);
        buttons.addClassNames("guatu-buttons", "wide");
        add(from, to, day, reason, preview, problem, buttons, history());
    }

    private static List<Giver> givers(List<Responsibility> lines) {
        return lines.stream()
                .flatMap(line -> Stream.concat(
                        Stream.of(new Giver(line.owner(), line.ownerId())),
                        line.nodes().stream().map(node -> new Giver(node.owner(), node.ownerId()))))
                .distinct()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private void preview() {
        preview.removeAll();
        Giver giver = from.getValue();
        if (giver == null) {
            return;
        }
        OwnerChange change = service.preview(year, giver.name(), giver.id());
        preview.add(new Paragraph(
                "将移交 " + change.phases().size() + " 个项目分期、" + change.nodes().size() + " 个未完成的节点；已完成的节点仍记在原责任人名下。"));
        UnorderedList list = new UnorderedList();
        change.phases().forEach(each -> list.add(new ListItem(each.projectCode() + " " + each.projectName())));
        Map<PhaseId, String> names =
                service.lines(year).stream().collect(Collectors.toMap(Responsibility::phase, Responsibility::project));
        change.nodes()
                .forEach(each ->
                        list.add(new ListItem(names.getOrDefault(each.phase(), "") + " 的节点“" + each.name() + "”")));
        preview.add(list);
    }

    private void hand() {
        Giver giver = from.getValue();
        Person taker = to.getValue();
        LocalDate from = day.getValue();
        if (giver == null || taker == null || from == null) {
            problem.setText("请选择移交人、接手人和生效日期。");
            return;
        }
        try {
            int moved = service.handOver(year, giver.name(), giver.id(), taker.id(), from, reason.getValue());
            done.accept("已把 " + giver.name() + " 的 " + moved + " 项责任移交给 " + taker.name() + "，可在“移交”里撤销。");
        } catch (RuntimeException failure) {
            problem.setText(FailureReport.of(failure).sentence());
        }
    }

    private Div history() {
        Div history = new Div(new H3("已办移交"));
        history.addClassName("wide");
        for (HandOver each : service.handOvers(year)) {
            Div line = new Div(new Span(each.effectiveFrom() + " " + each.from() + " → " + each.toName() + "，"
                    + each.items() + " 项" + (each.undoneBy() == null ? " " : "（已撤销）")));
            if (each.undoneBy() == null) {
                Button undo = new Button("撤销", click -> {
                    try {
                        done.accept("已撤销，" + service.undo(each.id()) + " 项责任回到 " + each.from() + " 名下。");
                    } catch (Refusal refused) {
                        problem.setText(refused.sentence());
                    }
                });
                undo.addThemeVariants(ButtonVariant.SMALL);
                line.add(undo);
            }
            history.add(line);
        }
        return history;
    }
}
