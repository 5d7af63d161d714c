package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.Details;
import cn.guatu.planning.rule.Understanding;
import cn.guatu.planning.rule.Written;
import cn.guatu.project.Node;
import cn.guatu.target.Target;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** What a node says beyond the columns of the desk: 计入指标, 预计完成, 权重, 依据. */
final class NodeDetails extends RecordForm {

    private final transient Breakdown plan;
    private final transient Node node;
    private final ComboBox<Target> target;
    private final TextField quantity;
    private final DatePicker forecast;
    private final TextField weight;
    private final TextField basis;

    NodeDetails(Breakdown plan, Node node, Consumer<Understanding> take) {
        super(take);
        this.plan = plan;
        this.node = node;
        target = targets("计入指标", node.target(), plan.targets());
        quantity = text(
                "计入数量",
                plan.targets().stream()
                        .filter(each -> each.id().equals(node.target()))
                        .findFirst()
                        .map(each -> Written.quantity(node.quantity(), each.unit(), node.approx()))
                        .orElse(""));
        unit();
        target.addValueChangeListener(change -> unit());
        forecast = day("预计完成", node.forecast());
        weight = weight(node.weight());
        basis = wide(text("依据", node.basis()), "完成时须提交的材料，例如：土地出让合同");
        add(target, quantity, forecast, weight, basis);
        foot("保存");
    }

    /** The quantity is in the unit of what it counts for. */
    private void unit() {
        quantity.setHelperText(
                target.getValue() == null ? "" : "单位：" + target.getValue().unit());
    }

    @Override
    Understanding read() {
        return Details.of(
                plan,
                node,
                new Details.OfNode(
                        id(target), quantity.getValue(), forecast.getValue(), weight.getValue(), basis.getValue()));
    }
}
