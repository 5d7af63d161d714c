package cn.guatu.rollup.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.progress.Recognition;
import cn.guatu.project.Phase;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;

/** Takes back a standing row by its exact opposite, with a reason and a confirmation in the same place: no dialog. */
final class ReverseForm extends Div {

    ReverseForm(ProjectView page, Phase phase, Recognition row, String target) {
        addClassName("guatu-form");
        Paragraph what = new Paragraph("将冲正第 " + row.id().value() + " 号计入:" + target + " "
                + Figures.number(row.quantity()) + "," + Figures.day(row.occurredOn(), phase.year()) + ","
                + row.evidence() + "。台账不改旧账,冲正另记一条相反的账,原依据可以重新计入。");
        what.addClassNames("wide", "guatu-sentence");
        TextArea reason = new TextArea("原因");
        reason.setRequired(true);
        reason.addClassName("wide");
        Checkbox sure = new Checkbox("我已核对,确认冲正");
        sure.addClassName("wide");
        Span problem = new Span();
        problem.addClassNames("wide", "guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        Button reverse = new Button("冲正");
        reverse.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        reverse.setEnabled(false);
        sure.addValueChangeListener(change -> reverse.setEnabled(change.getValue()));
        reverse.addClickListener(click -> {
            if (reason.getValue().isBlank()) {
                problem.setText("请填写冲正的原因。");
                return;
            }
            try {
                page.desk()
                        .ledger()
                        .reverse(
                                row.id(),
                                null,
                                reason.getValue().strip(),
                                page.desk().recording(phase.year()));
            } catch (RuntimeException failure) {
                problem.setText(FailureReport.of(failure).sentence());
                return;
            }
            Notices.success("已冲正第 " + row.id().value() + " 号计入。");
            page.reload();
        });
        Div buttons = new Div(reverse, new Button("取消", click -> page.closePanel()));
        buttons.addClassNames("guatu-buttons", "wide");
        add(what, reason, sure, problem, buttons);
    }
}
