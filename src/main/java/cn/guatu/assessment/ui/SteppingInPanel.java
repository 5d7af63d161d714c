package cn.guatu.assessment.ui;

import cn.guatu.assessment.SteppingIn;
import cn.guatu.assessment.SteppingInService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 主动补位 of a month: who stepped in for whom, with the evidence; the supervision office enters it here and takes it back. */
class SteppingInPanel extends Div {

    private final transient SteppingInService service;
    private final transient YearMonth month;
    private final transient Runnable changed;
    private final transient Map<UnitId, Unit> units;

    /** @param mayEnter whether the viewer may enter and take back */
    SteppingInPanel(SteppingInService service, YearMonth month, List<Unit> units, boolean mayEnter, Runnable changed) {
        this.service = service;
        this.month = month;
        this.changed = changed;
        this.units = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        addClassName("guatu-objections");
        add(new Paragraph("某单位主动代其他单位办成事项的，由督查部门登记，按评分规则加分；登记和撤回都留痕，发布后不再改变。"));
        if (mayEnter) {
            add(form());
        }
        List<SteppingIn> all = service.of(month.getYear(), month.getMonthValue());
        if (all.isEmpty()) {
            add(new EmptyState("本月没有登记主动补位。"));
        }
        all.forEach(each -> add(line(each, mayEnter)));
    }

    private Component form() {
        ComboBox<Unit> unit = choice("补位单位");
        ComboBox<Unit> instead = choice("代替单位");
        DatePicker on = new DatePicker("日期");
        on.setI18n(ChineseTexts.datePicker());
        on.setMin(month.atDay(1));
        on.setMax(month.atEndOfMonth());
        TextField matter = new TextField("补位事项");
        matter.setWidth("320px");
        TextField evidence = new TextField("依据");
        evidence.setPlaceholder("会议纪要、函件文号等");
        evidence.setWidth("240px");
        Button add = new Button("登记", click -> {
            if (unit.isEmpty() || instead.isEmpty() || on.isEmpty()) {
                Notices.error("请选择补位单位、代替单位和日期。");
                return;
            }
            carryOut(
                    () -> service.add(
                            month.getYear(),
                            month.getMonthValue(),
                            unit.getValue().id(),
                            instead.getValue().id(),
                            on.getValue(),
                            matter.getValue(),
                            evidence.getValue()),
                    "已登记，评分草案随之变化。");
        });
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(unit, instead, on, matter, evidence, add);
        form.addClassName("guatu-answer");
        return form;
    }

    private ComboBox<Unit> choice(String label) {
        ComboBox<Unit> choice = new ComboBox<>(label);
        choice.setItems(units.values().stream()
                .filter(each -> each.kind() != UnitKind.DISTRICT)
                .sorted(java.util.Comparator.comparing(Unit::kind)
                        .thenComparing(each -> each.id().value()))
                .toList());
        choice.setItemLabelGenerator(Unit::name);
        return choice;
    }

    private Div line(SteppingIn each, boolean mayEnter) {
        Unit unit = units.get(each.unit());
        Div line = new Div(
                new H3((unit == null ? "" : unit.name() + " · ") + each.item() + (each.stands() ? "" : " · 已撤回")),
                new Paragraph(each.reason()));
        line.addClassName("guatu-journal");
        if (mayEnter && each.stands()) {
            Button back = new Button(
                    "撤回",
                    click -> carryOut(
                            () -> service.takeBack(month.getYear(), month.getMonthValue(), each.key()), "已撤回。"));
            back.addThemeVariants(ButtonVariant.TERTIARY);
            line.add(back);
        }
        return line;
    }

    private void carryOut(Runnable change, String done) {
        try {
            change.run();
            Notices.success(done);
            changed.run();
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
    }
}
