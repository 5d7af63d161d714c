package cn.guatu.rollup.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.measure.Amount;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.measure.Quantity;
import cn.guatu.platform.measure.WrittenAmount;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.progress.NewRecognition;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.target.Target;
import cn.guatu.target.TargetKind;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Posts one row of the ledger (semantics §2): the quantity in any compatible unit, with what it comes to in the unit of the target while
 * it is typed.
 */
final class RecogniseForm extends Div {

    private static final List<String> UNITS = List.of("平方米", "亩", "公顷", "万平方米", "平方公里", "元", "万元", "亿元");

    /** What a node proposes; all null when nothing does. */
    record Proposal(
            @Nullable NodeId node,
            @Nullable String targetCode,
            @Nullable BigDecimal quantity,
            @Nullable LocalDate occurredOn,
            String evidence) {

        static Proposal none() {
            return new Proposal(null, null, null, null, "");
        }

        static Proposal of(NodeFigure node) {
            return of(node, node.actual(), "");
        }

        /** The rest of what the node declares, on this day and evidence. */
        static Proposal of(NodeFigure node, @Nullable LocalDate day, String evidence) {
            BigDecimal declared = node.quantity();
            BigDecimal left = declared == null || node.recognised() == null
                    ? declared
                    : declared.subtract(node.recognised()).max(BigDecimal.ZERO);
            return new Proposal(node.id(), node.targetCode(), left, day, evidence);
        }
    }

    private final ProjectView page;
    private final Phase phase;
    private final ComboBox<Target> target = new ComboBox<>("指标");
    private final ComboBox<Node> node = new ComboBox<>("节点(可空)");
    private final TextField quantity = new TextField("数量");
    private final Select<String> unit = new Select<>();
    private final TextField denominator = new TextField("分母");
    private final Span conversion = new Span();
    private final DatePicker occurredOn = new DatePicker("日期(证照或合同上的)");
    private final TextField evidence = new TextField("文号/证号");
    private final TextField batch = new TextField("批次(可空)");
    private final TextArea reason = new TextArea("原因(数量为负时必填)");
    private final Span problem = new Span();

    RecogniseForm(ProjectView page, Phase phase, Proposal proposal) {
        this.page = page;
        this.phase = phase;
        addClassName("guatu-form");
        List<Target> targets = page.desk().targets().targets(phase.year());
        List<Node> nodes = page.desk().projects().nodes(phase.id());
        target.setItems(targets);
        target.setItemLabelGenerator(each -> each.code() + " " + each.name() + "(" + each.unit() + ")");
        target.setRequired(true);
        target.addValueChangeListener(change -> targetChosen(change.getValue()));
        node.setItems(nodes);
        node.setItemLabelGenerator(Node::name);
        node.setClearButtonVisible(true);
        unit.setLabel("单位");
        quantity.setValueChangeMode(ValueChangeMode.EAGER);
        quantity.setRequired(true);
        quantity.addValueChangeListener(change -> convert());
        unit.addValueChangeListener(change -> convert());
        occurredOn.setI18n(ChineseTexts.datePicker());
        occurredOn.setRequired(true);
        evidence.setRequired(true);
        conversion.addClassNames("wide", "guatu-figure", "guatu-secondary");
        conversion.getElement().setAttribute("aria-live", "polite");
        problem.addClassNames("wide", "guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        Button post = new Button("计入", click -> post());
        post.addThemeVariants(ButtonVariant.PRIMARY);
        post.setDisableOnClick(true);
        Div buttons = new Div(post, new Button("取消", click -> page.closePanel()));
        buttons.addClassNames("guatu-buttons", "wide");
        Span where = new Span(phase.projectName() + " · " + phase.name());
        where.addClassNames("wide", "guatu-secondary");
        List.<com.vaadin.flow.component.HasStyle>of(target, node, evidence, reason)
                .forEach(each -> each.addClassName("wide"));
        add(
                where,
                target,
                node,
                quantity,
                unit,
                denominator,
                conversion,
                occurredOn,
                batch,
                evidence,
                reason,
                problem,
                buttons);
        denominator.setVisible(false);
        propose(proposal, targets, nodes);
        posting = post;
    }

    private final Button posting;

    private void propose(Proposal proposal, List<Target> targets, List<Node> nodes) {
        targets.stream()
                .filter(each -> each.code().equals(proposal.targetCode()))
                .findFirst()
                .ifPresent(target::setValue);
        nodes.stream()
                .filter(each -> each.id().equals(proposal.node()))
                .findFirst()
                .ifPresent(node::setValue);
        Target chosen = target.getValue();
        if (proposal.quantity() != null && chosen != null) {
            quantity.setValue(Figures.inUnit(proposal.quantity(), chosen.unit()));
        }
        occurredOn.setValue(proposal.occurredOn() == null ? page.desk().clock().today() : proposal.occurredOn());
        evidence.setValue(proposal.evidence());
    }

    private void targetChosen(@Nullable Target chosen) {
        if (chosen == null) {
            unit.setItems(List.of());
            return;
        }
        MeasureUnit own = MeasureUnit.of(chosen.unit());
        boolean ratio = chosen.kind() == TargetKind.RATIO;
        denominator.setVisible(ratio);
        quantity.setLabel(ratio ? "分子" : chosen.kind() == TargetKind.STOCK ? "当日数值" : "数量");
        unit.setVisible(!ratio);
        List<String> compatible = Stream.concat(
                        Stream.of(chosen.unit()),
                        UNITS.stream().filter(each -> MeasureUnit.of(each).isCompatibleWith(own)))
                .distinct()
                .toList();
        unit.setItems(compatible);
        unit.setValue(chosen.unit());
        convert();
    }

    /** The quantity in the unit of the target; empty while it is not a quantity of it. A unit in the text wins over the one beside it. */
    private Optional<BigDecimal> converted() {
        Target chosen = target.getValue();
        if (chosen == null) {
            return Optional.empty();
        }
        if (chosen.kind() == TargetKind.RATIO) {
            return WrittenAmount.parse(quantity.getValue(), null).map(Amount::bare);
        }
        return WrittenAmount.parse(quantity.getValue(), unit.getValue())
                .flatMap(amount -> amount.in(MeasureUnit.of(chosen.unit())))
                .map(Quantity::value);
    }

    private void convert() {
        Target chosen = target.getValue();
        if (chosen == null || quantity.getValue().isBlank()) {
            conversion.setText("");
            return;
        }
        conversion.setText(converted()
                .map(value -> chosen.kind() == TargetKind.RATIO ? "" : "= " + Figures.quantity(value, chosen.unit()))
                .orElse("“" + quantity.getValue() + "”不是以" + chosen.unit() + "计的数量"));
    }

    private void post() {
        posting.setEnabled(true);
        Target chosen = target.getValue();
        Optional<BigDecimal> value = converted();
        Optional<BigDecimal> below =
                WrittenAmount.parse(denominator.getValue(), null).map(Amount::bare);
        if (chosen == null) {
            refuse("请选择指标。");
        } else if (value.isEmpty()) {
            refuse("请填写数量,例如 1.6,单位可选;不能换算为" + chosen.unit() + "的不予计入。");
        } else if (chosen.kind() == TargetKind.RATIO && below.isEmpty()) {
            refuse("比率指标须同时填写分母。");
        } else if (occurredOn.getValue() == null) {
            refuse("请填写证照或合同上的日期。");
        } else if (evidence.getValue().isBlank()) {
            refuse("请填写文号或证号:没有依据不能计入。");
        } else if (value.get().signum() < 0 && reason.getValue().isBlank()) {
            refuse("数量为负,请填写原因。");
        } else {
            post(chosen, value.get(), chosen.kind() == TargetKind.RATIO ? below.orElse(null) : null);
        }
    }

    private void post(Target chosen, BigDecimal value, @Nullable BigDecimal below) {
        Node completed = node.getValue();
        try {
            page.desk()
                    .ledger()
                    .post(
                            new NewRecognition(
                                    phase.id(),
                                    chosen.id(),
                                    completed == null ? null : completed.id(),
                                    blankToNull(batch.getValue()),
                                    Objects.requireNonNull(occurredOn.getValue()),
                                    value,
                                    below,
                                    false,
                                    evidence.getValue().strip(),
                                    blankToNull(reason.getValue()),
                                    null),
                            page.desk().recording(phase.year()));
        } catch (RuntimeException failure) {
            refuse(FailureReport.of(failure).sentence());
            return;
        }
        Notices.success("已计入 " + chosen.name() + " " + Figures.quantity(value, chosen.unit()) + "。");
        page.reload();
    }

    private void refuse(String sentence) {
        problem.setText(sentence);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
