package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.Details;
import cn.guatu.planning.rule.Understanding;
import cn.guatu.planning.rule.Unreadable;
import cn.guatu.planning.rule.Written;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.project.Assisting;
import cn.guatu.project.Category;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.PlanNature;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Forms for what a record says beyond the columns of the desk: 类型, 序时方式, 其中, 计划性质, 配合单位, 计入指标, 依据 … */
final class DetailsForms {

    private final transient Breakdown plan;
    private final transient Consumer<Understanding> take;
    private final transient Consumer<String> refused;

    DetailsForms(Breakdown plan, Consumer<Understanding> take, Consumer<String> refused) {
        this.plan = plan;
        this.take = take;
        this.refused = refused;
    }

    Component of(Target target) {
        Select<TargetKind> kind = select("类型", TargetKind.values(), TargetKind::label, target.kind());
        Select<Direction> direction = select("方向", Direction.values(), Direction::label, target.direction());
        Select<Pace> pace = select("序时方式", Pace.values(), Pace::label, target.pace());
        TextField base = text("基期值", Written.quantity(target.baseValue(), target.unit(), false));
        TextField weight = weight(target.weight());
        ComboBox<Target> parent = targets(
                "上级指标",
                target.parent(),
                plan.targets().stream()
                        .filter(each -> !each.id().equals(target.id()))
                        .toList());
        Select<OfWhich> ofWhich = select("其中关系", OfWhich.values(), OfWhich::label, target.ofWhich());
        ofWhich.setEmptySelectionAllowed(true);
        ofWhich.setHelperText("全部：各分项相加等于上级；部分：可以重叠，不相加");
        TextField source = text("来源", target.source());
        source.setPlaceholder("市下达、区下达、自定");
        TextArea definition = area("口径", target.definition());
        return form(
                () -> Details.of(
                        plan,
                        target,
                        new Details.OfTarget(
                                kind.getValue(),
                                direction.getValue(),
                                base.getValue(),
                                pace.getValue(),
                                weight.getValue(),
                                source.getValue(),
                                definition.getValue(),
                                id(parent),
                                ofWhich.getValue())),
                kind,
                direction,
                pace,
                base,
                parent,
                ofWhich,
                weight,
                source,
                definition);
    }

    Component of(Phase phase) {
        Select<Category> category = select("类别", Category.values(), Category::label, phase.category());
        Select<PlanNature> nature = select("计划性质", PlanNature.values(), PlanNature::label, phase.nature());
        nature.setHelperText("储备和计划外的数量不计入缺口");
        DatePicker start = new DatePicker("开始日期", phase.startsOn());
        start.setI18n(ChineseTexts.datePicker());
        start.setClearButtonVisible(true);
        start.setHelperText("留空为年度第一个工作日");
        TextField implementer = text("实施主体", phase.implementer());
        TextField assisting =
                text("配合单位", phase.assisting().stream().map(Assisting::name).collect(Collectors.joining("；")));
        assisting.addClassName("wide");
        assisting.setHelperText("几个单位用分号隔开；外单位也可以写");
        TextArea remark = area("备注", phase.remark());
        return form(
                () -> Details.of(
                        plan,
                        phase,
                        new Details.OfPhase(
                                category.getValue(),
                                nature.getValue(),
                                start.getValue(),
                                implementer.getValue(),
                                assisting.getValue(),
                                remark.getValue())),
                category,
                nature,
                start,
                implementer,
                assisting,
                remark);
    }

    Component of(Node node) {
        ComboBox<Target> target = targets("计入指标", node.target(), plan.targets());
        TextField quantity = text(
                "计入数量",
                node.target() == null
                        ? ""
                        : plan.target(node.target())
                                .map(each -> Written.quantity(node.quantity(), each.unit(), node.approx()))
                                .orElse(""));
        DatePicker forecast = new DatePicker("预计完成", node.forecast());
        forecast.setI18n(ChineseTexts.datePicker());
        forecast.setClearButtonVisible(true);
        TextField weight = weight(node.weight());
        TextField basis = text("依据", node.basis());
        basis.addClassName("wide");
        basis.setHelperText("完成时须提交的材料，例如：土地出让合同");
        return form(
                () -> Details.of(
                        plan,
                        node,
                        new Details.OfNode(
                                id(target),
                                quantity.getValue(),
                                forecast.getValue(),
                                weight.getValue(),
                                basis.getValue())),
                target,
                quantity,
                forecast,
                weight,
                basis);
    }

    private Component form(Supplier<Understanding> read, Component... fields) {
        Div form = new Div(fields);
        form.addClassName("guatu-form");
        Button save = new Button("保存", click -> {
            try {
                take.accept(read.get());
            } catch (Unreadable problem) {
                refused.accept(problem.sentence());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(save);
        buttons.addClassNames("guatu-buttons", "wide");
        Paragraph undo = new Paragraph("保存后可以用 Ctrl+Z 撤销。");
        undo.addClassNames("guatu-secondary", "wide");
        form.add(undo, buttons);
        return form;
    }

    private static <T> Select<T> select(String label, T[] items, Function<T, String> words, @Nullable T value) {
        Select<T> select = new Select<>();
        select.setLabel(label);
        select.setItems(List.of(items));
        select.setItemLabelGenerator(each -> each == null ? "" : words.apply(each));
        select.setValue(value);
        return select;
    }

    private ComboBox<Target> targets(String label, @Nullable TargetId value, List<Target> items) {
        ComboBox<Target> box = new ComboBox<>(label, items);
        box.setItemLabelGenerator(Target::name);
        box.setClearButtonVisible(true);
        if (value != null) {
            plan.target(value).ifPresent(box::setValue);
        }
        return box;
    }

    private static @Nullable TargetId id(ComboBox<Target> box) {
        return box.getValue() == null ? null : box.getValue().id();
    }

    private static TextField weight(@Nullable BigDecimal weight) {
        TextField field =
                text("权重", weight == null ? "" : MeasureUnit.plain(weight).toPlainString());
        field.setPlaceholder("1");
        return field;
    }

    private static TextField text(String label, @Nullable String value) {
        TextField field = new TextField(label);
        field.setValue(Objects.requireNonNullElse(value, ""));
        field.setMaxLength(1000);
        return field;
    }

    private static TextArea area(String label, @Nullable String value) {
        TextArea area = new TextArea(label);
        area.setValue(Objects.requireNonNullElse(value, ""));
        area.setMaxLength(4000);
        area.addClassName("wide");
        return area;
    }
}
