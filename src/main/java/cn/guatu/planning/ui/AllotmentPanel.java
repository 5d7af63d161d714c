package cn.guatu.planning.ui;

import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.planning.rule.Allotment;
import cn.guatu.planning.rule.Balance;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.Understanding;
import cn.guatu.planning.rule.Unreadable;
import cn.guatu.planning.rule.Written;
import cn.guatu.target.Allocation;
import cn.guatu.target.Target;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Splits a target over streets and departments, in quantities or in per cent; says at once how the parts stand to the whole. */
final class AllotmentPanel extends RecordForm {

    private final transient Breakdown plan;
    private final transient Target target;
    private final Map<UnitId, TextField> fields = new LinkedHashMap<>();
    private final Paragraph streets = new Paragraph();
    private final Paragraph departments = new Paragraph();

    AllotmentPanel(Breakdown plan, Target target, Consumer<Understanding> take) {
        super(take);
        this.plan = plan;
        this.target = target;
        add(hint("填数量(" + target.unit() + ")，或填占比(例如 40%)；占比合计须为 100%。留空表示不分解，按项目计划计算。"));
        Balance balance = Balance.of(plan, target);
        group("按街道", List.of(UnitKind.STREET), balance.streets(), streets);
        group("按科室", List.of(UnitKind.DEPARTMENT, UnitKind.TASK_FORCE), balance.departments(), departments);
        foot("保存分解");
        say();
    }

    @Override
    Understanding read() {
        return Allotment.of(plan, target, texts());
    }

    private void group(String title, List<UnitKind> kinds, List<Balance.Line> planned, Paragraph said) {
        H3 head = new H3(title);
        head.addClassName("wide");
        add(head);
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        planned.forEach(line -> sums.put(line.name(), line.planned()));
        for (Unit unit : plan.units()) {
            if (kinds.contains(unit.kind())) {
                add(field(unit, sums.getOrDefault(unit.name(), BigDecimal.ZERO)));
            }
        }
        said.addClassNames("wide", "guatu-secondary");
        said.getElement().setAttribute("aria-live", "polite");
        Button fill = new Button("按项目合计填入", click -> {
            for (Unit unit : plan.units()) {
                TextField field = fields.get(unit.id());
                if (field != null && kinds.contains(unit.kind())) {
                    BigDecimal sum = sums.getOrDefault(unit.name(), BigDecimal.ZERO);
                    field.setValue(sum.signum() == 0 ? "" : Written.quantity(sum, target.unit(), false));
                }
            }
            say();
        });
        Div row = new Div(said, fill);
        row.addClassNames("guatu-sum", "wide");
        add(row);
    }

    private TextField field(Unit unit, BigDecimal planned) {
        TextField field = new TextField(unit.name());
        field.setHelperText("项目合计 " + Written.quantity(planned, target.unit(), false) + " " + target.unit());
        Allotment.of(plan, target).stream()
                .filter(part -> part.unit().equals(unit.id()))
                .findFirst()
                .ifPresent(part -> field.setValue(written(part)));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                say();
            }
        });
        fields.put(unit.id(), field);
        return field;
    }

    private String written(Allocation part) {
        return Written.quantity(part.value(), target.unit(), part.approx());
    }

    private Map<UnitId, String> texts() {
        Map<UnitId, String> texts = new LinkedHashMap<>();
        fields.forEach((unit, field) -> texts.put(unit, field.getValue()));
        return texts;
    }

    private void say() {
        say(streets, true);
        say(departments, false);
    }

    private void say(Paragraph where, boolean ofStreets) {
        String words;
        boolean wrong = false;
        try {
            words = Allotment.inWords(plan, target, texts(), ofStreets);
        } catch (Unreadable problem) {
            words = problem.sentence();
            wrong = true;
        }
        where.setText(words);
        where.setClassName("wrong", wrong);
    }
}
