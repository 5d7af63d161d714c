package cn.guatu.assessment.ui;

import cn.guatu.assessment.Finding;
import cn.guatu.org.MonthStep;
import cn.guatu.org.PlanMonth;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks before a step of the month: what the checklist has against it, and then for the reason. */
class StepDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    /** @param take gets the reason; null when none was given */
    StepDialog(PlanMonth month, MonthStep step, List<Finding> findings, Consumer<@Nullable String> take) {
        setHeaderTitle(month.title() + " · " + step.label());
        setWidth("560px");
        TextArea reason = new TextArea(findings.isEmpty() ? "说明（可不填）" : "仍要继续的理由");
        reason.setWidthFull();
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(!findings.isEmpty());
        add(what(step), checklist(findings), reason);
        Button go = new Button(step.label(), click -> {
            String written = reason.getValue().strip();
            if (written.isEmpty() && !findings.isEmpty()) {
                reason.setInvalid(true);
                reason.setErrorMessage("清单上还有未了事项，确需继续的，请说明理由。");
                return;
            }
            close();
            take.accept(written.isEmpty() ? null : written);
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("取消", click -> close()), go);
    }

    private static Component what(MonthStep step) {
        return new Paragraph(
                switch (step) {
                    case CUT_OFF -> "截数后本月进入整理阶段；评分草案随数据变化。";
                    case REVIEW -> "生成评分草案，由督查部门审核。";
                    case OBJECTION -> "评分草案对各单位公开，两个工作日内可对任何一项提出异议。";
                    case APPROVE -> "审定后由督查专员发布。";
                    case PUBLISH -> "发布即写入快照并锁定：目标值、完成值、灯、得分不再改变，之后的登记列为补报或更正。";
                    case REOPEN -> "重新开启只对写明的人、范围和期限有效，到期自动锁定。";
                });
    }

    private static Component checklist(List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Paragraph("清单无未了事项。");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("guatu-findings");
        for (Finding finding : findings) {
            ListItem item = new ListItem(finding.text());
            String link = finding.link();
            if (link != null) {
                Anchor anchor = new Anchor(link, "查看");
                anchor.setTarget("_blank");
                item.add(" ");
                item.add(anchor);
            }
            list.add(item);
        }
        return list;
    }
}
