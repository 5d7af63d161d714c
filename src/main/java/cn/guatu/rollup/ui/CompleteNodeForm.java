package cn.guatu.rollup.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.rollup.NodeFigure;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;

/** Completes a node on a day with its evidence; a node that recognises something then proposes the row of the ledger. */
final class CompleteNodeForm extends Div {

    CompleteNodeForm(ProjectView page, Phase phase, NodeFigure figure) {
        addClassName("guatu-form");
        Node node = page.desk()
                .projects()
                .node(figure.id())
                .orElseThrow(() -> Refusal.notFound("节点“" + figure.node() + "”已不存在,请刷新页面。"));
        boolean proposes = figure.targetCode() != null && page.desk().user().mayRecognise(phase.lead());
        Paragraph what = new Paragraph(phase.projectName() + " " + phase.name() + " · " + figure.node() + ",计划 "
                + Figures.day(figure.planned(), phase.year())
                + (figure.targetCode() == null
                        ? ""
                        : ",完成后" + (proposes ? "按依据计入 " : "由科室负责人计入 ") + figure.targetCode() + " "
                                + Figures.number(figure.quantity()))
                + "。");
        what.addClassNames("wide", "guatu-sentence");
        DatePicker actual = new DatePicker("实际完成");
        actual.setI18n(ChineseTexts.datePicker());
        actual.setMax(page.desk().clock().today());
        actual.setValue(page.desk().clock().today());
        TextField evidence = new TextField("文号/证号");
        evidence.setVisible(proposes);
        Span problem = new Span();
        problem.addClassNames("wide", "guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        Button complete = new Button("完成节点");
        complete.addThemeVariants(ButtonVariant.PRIMARY);
        complete.addClickListener(click -> {
            LocalDate day = actual.getValue();
            if (day == null || day.isAfter(page.desk().clock().today())) {
                problem.setText("请填写实际完成的日期,不能晚于今天。");
                return;
            }
            if (proposes && evidence.getValue().isBlank()) {
                problem.setText("请填写文号或证号:没有依据不能计入。");
                return;
            }
            try {
                page.desk()
                        .projects()
                        .completeNode(
                                node.id(), node.version(), day, page.desk().recording(phase.year()));
            } catch (RuntimeException failure) {
                problem.setText(FailureReport.of(failure).sentence());
                return;
            }
            Notices.success("节点“" + figure.node() + "”已于 " + Figures.day(day, phase.year()) + " 完成。");
            page.reload();
            if (proposes) {
                page.openPanel(
                        "计入",
                        new RecogniseForm(
                                page,
                                phase,
                                RecogniseForm.Proposal.of(
                                        figure, day, evidence.getValue().strip())));
            }
        });
        Div buttons = new Div(complete, new Button("取消", click -> page.closePanel()));
        buttons.addClassNames("guatu-buttons", "wide");
        add(what, actual, evidence, problem, buttons);
    }
}
