package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.Details;
import cn.guatu.planning.rule.Understanding;
import cn.guatu.project.Assisting;
import cn.guatu.project.Category;
import cn.guatu.project.Phase;
import cn.guatu.project.PlanNature;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a project's phase says beyond the columns of the desk: 类别, 计划性质, 开始日期, 实施主体, 配合单位 … */
final class PhaseDetails extends RecordForm {

    private final transient Breakdown plan;
    private final transient Phase phase;
    private final Select<Category> category;
    private final Select<PlanNature> nature;
    private final DatePicker start;
    private final TextField implementer;
    private final TextField assisting;
    private final TextArea remark;

    PhaseDetails(Breakdown plan, Phase phase, Consumer<Understanding> take) {
        super(take);
        this.plan = plan;
        this.phase = phase;
        category = select("类别", Category.values(), Category::label, phase.category());
        nature = select("计划性质", PlanNature.values(), PlanNature::label, phase.nature());
        nature.setHelperText("储备和计划外的数量不计入缺口");
        start = day("开始日期", phase.startsOn());
        start.setHelperText("留空为年度第一个工作日");
        implementer = text("实施主体", phase.implementer());
        assisting = wide(
                text("配合单位", phase.assisting().stream().map(Assisting::name).collect(Collectors.joining("；"))),
                "几个单位用分号隔开；外单位也可以写");
        remark = area("备注", phase.remark());
        add(category, nature, start, implementer, assisting, remark);
        foot("保存");
    }

    @Override
    Understanding read() {
        return Details.of(
                plan,
                phase,
                new Details.OfPhase(
                        category.getValue(),
                        nature.getValue(),
                        start.getValue(),
                        implementer.getValue(),
                        assisting.getValue(),
                        remark.getValue()));
    }
}
