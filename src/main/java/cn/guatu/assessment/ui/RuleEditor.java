package cn.guatu.assessment.ui;

import cn.guatu.assessment.PartKind;
import cn.guatu.assessment.rule.Band;
import cn.guatu.assessment.rule.RulePart;
import cn.guatu.assessment.rule.ScoreRule;
import cn.guatu.assessment.rule.ScoreRules;
import cn.guatu.org.UnitKind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The typed rows of a set of rules, as fields: measure, bands, points, caps, applicability. Read-only but for a draft. */
class RuleEditor extends Div {

    private static final List<UnitKind> KINDS = List.of(UnitKind.STREET, UnitKind.DEPARTMENT, UnitKind.TASK_FORCE);

    private final transient ScoreRules before;
    private final boolean editable;
    private final transient List<Supplier<RulePart>> parts = new ArrayList<>();

    RuleEditor(ScoreRules rules, boolean editable) {
        this.before = rules;
        this.editable = editable;
        addClassName("guatu-rules");
        rules.parts().forEach(part -> add(part(part)));
    }

    /** The rules as they stand in the fields. */
    ScoreRules rules() {
        return new ScoreRules(
                before.version(),
                before.name(),
                parts.stream().map(Supplier::get).toList());
    }

    private Component part(RulePart part) {
        TextField name = new TextField("名称");
        name.setValue(part.name());
        name.setReadOnly(!editable);
        BigDecimalField points = number(part.kind() == PartKind.BONUS ? "封顶" : "权重", part.points());
        points.setVisible(part.kind() != PartKind.DEDUCTION);
        IntegerField least = new IntegerField("最少应计事项");
        least.setValue(part.leastDue());
        least.setReadOnly(!editable);
        least.setVisible(part.kind() == PartKind.BASE);
        Div fields = new Div(name, points, least);
        fields.addClassName("guatu-answer");
        Div box = new Div(new H3(part.kind().label()), fields);
        box.addClassName("guatu-journal");
        List<Supplier<ScoreRule>> rows = new ArrayList<>();
        part.rules().forEach(rule -> box.add(rule(rule, rows)));
        parts.add(() -> new RulePart(
                name.getValue().strip(),
                part.kind(),
                Objects.requireNonNullElse(points.getValue(), BigDecimal.ZERO),
                Objects.requireNonNullElse(least.getValue(), 0),
                rows.stream().map(Supplier::get).toList()));
        return box;
    }

    private Component rule(ScoreRule rule, List<Supplier<ScoreRule>> rows) {
        TextField name = new TextField("规则");
        name.setWidth("340px");
        name.setValue(rule.name());
        name.setReadOnly(!editable);
        CheckboxGroup<UnitKind> kinds = new CheckboxGroup<>("适用");
        kinds.setItems(KINDS);
        kinds.setItemLabelGenerator(UnitKind::label);
        kinds.setValue(rule.appliesTo());
        kinds.setReadOnly(!editable);
        BigDecimalField points = number("每" + rule.measure().unit() + "分值", rule.points());
        points.setVisible(!rule.measure().banded());
        BigDecimalField absent = number("无值时得分系数", rule.absentCredit());
        absent.setVisible(rule.measure().banded());
        Span measure = new Span("衡量：" + rule.measure().label());
        measure.addClassName("guatu-of");
        Div fields = new Div(name, kinds, points, absent);
        fields.addClassName("guatu-answer");
        Div box = new Div(fields, measure);
        List<Supplier<Band>> bands = new ArrayList<>();
        rule.bands().forEach(band -> box.add(band(band, rule.measure().unit(), bands)));
        rows.add(() -> new ScoreRule(
                name.getValue().strip(),
                rule.measure(),
                kinds.getValue(),
                points.getValue(),
                absent.getValue(),
                bands.stream().map(Supplier::get).toList()));
        return box;
    }

    private Component band(Band band, String unit, List<Supplier<Band>> bands) {
        BigDecimalField from = number("自（" + unit + "，空为不限）", band.from());
        BigDecimalField to = number("不到（" + unit + "，空为不限）", band.to());
        BigDecimalField credit = number("得分系数（空为按比例）", band.credit());
        bands.add(() -> new Band(from.getValue(), to.getValue(), credit.getValue()));
        Div line = new Div(from, to, credit);
        line.addClassNames("guatu-answer", "guatu-band");
        return line;
    }

    private BigDecimalField number(String label, @Nullable BigDecimal value) {
        BigDecimalField field = new BigDecimalField(label);
        field.setWidth("180px");
        field.setValue(
                value == null || value.signum() == 0
                        ? value == null ? null : BigDecimal.ZERO
                        : new BigDecimal(value.stripTrailingZeros().toPlainString()));
        field.setReadOnly(!editable);
        return field;
    }
}
