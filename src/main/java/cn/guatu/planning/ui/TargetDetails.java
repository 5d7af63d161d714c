package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.Details;
import cn.guatu.planning.rule.Understanding;
import cn.guatu.planning.rule.Written;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.Target;
import cn.guatu.target.TargetKind;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** What a target says beyond the columns of the desk: 类型, 方向, 序时方式, 其中, 口径 … */
final class TargetDetails extends RecordForm {

    private final transient Breakdown plan;
    private final transient Target target;
    private final Select<TargetKind> kind;
    private final Select<Direction> direction;
    private final Select<Pace> pace;
    private final TextField base;
    private final TextField weight;
    private final ComboBox<Target> parent;
    private final Select<OfWhich> ofWhich;
    private final TextField source;
    private final TextArea definition;

    TargetDetails(Breakdown plan, Target target, Consumer<Understanding> take) {
        super(take);
        this.plan = plan;
        this.target = target;
        kind = select("类型", TargetKind.values(), TargetKind::label, target.kind());
        direction = select("方向", Direction.values(), Direction::label, target.direction());
        pace = select("序时方式", Pace.values(), Pace::label, target.pace());
        base = text("基期值", Written.quantity(target.baseValue(), target.unit(), false));
        weight = weight(target.weight());
        parent = targets(
                "上级指标",
                target.parent(),
                plan.targets().stream()
                        .filter(each -> !each.id().equals(target.id()))
                        .toList());
        ofWhich = select("其中关系", OfWhich.values(), OfWhich::label, target.ofWhich());
        ofWhich.setEmptySelectionAllowed(true);
        ofWhich.setHelperText("全部：各分项相加等于上级；部分：可以重叠，不相加");
        source = text("来源", target.source());
        source.setPlaceholder("市下达、区下达、自定");
        definition = area("口径", target.definition());
        add(kind, direction, pace, base, parent, ofWhich, weight, source, definition);
        foot("保存");
    }

    @Override
    Understanding read() {
        return Details.of(
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
                        ofWhich.getValue()));
    }
}
