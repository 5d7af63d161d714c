package cn.guatu.assessment.ui;

import cn.guatu.assessment.Objection;
import cn.guatu.assessment.ObjectionService;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/** The objections of a month, with their answers; the supervision office answers here. */
class ObjectionsPanel extends Div {

    private final transient ObjectionService objections;
    private final transient Runnable answered;

    ObjectionsPanel(ObjectionService objections, YearMonth month, boolean mayAnswer, Runnable answered) {
        this.objections = objections;
        this.answered = answered;
        addClassName("guatu-objections");
        List<Objection> all = objections.of(month.getYear(), month.getMonthValue());
        if (all.isEmpty()) {
            add(new EmptyState("本月没有异议。异议期内，单位负责人可在“评分排名”中打开本单位评分表，对任何一项提出异议。"));
        }
        all.forEach(each -> add(line(each, mayAnswer)));
    }

    private Div line(Objection objection, boolean mayAnswer) {
        Div line = new Div(
                new H3(objection.item() + "（" + objection.part() + "） · "
                        + objection.state().label()),
                new Paragraph(
                        objection.raisedBy() + " " + Moments.text(objection.raisedAt()) + "：" + objection.grounds()));
        line.addClassName("guatu-journal");
        if (objection.answer() != null) {
            line.add(new Paragraph("答复（" + objection.answeredBy() + " " + Moments.text(objection.answeredAt()) + "）："
                    + objection.answer()));
        } else if (mayAnswer) {
            TextField answer = new TextField("答复");
            answer.setWidth("420px");
            BigDecimalField points = new BigDecimalField("返还分数");
            points.setWidth("120px");
            Button accept = new Button(
                    "采纳",
                    click -> carryOut(() -> objections.accept(
                            objection.id(),
                            objection.version(),
                            Objects.requireNonNullElse(points.getValue(), BigDecimal.ZERO),
                            answer.getValue())));
            accept.addThemeVariants(ButtonVariant.PRIMARY);
            Button reject = new Button(
                    "不采纳",
                    click -> carryOut(() -> objections.reject(objection.id(), objection.version(), answer.getValue())));
            Div form = new Div(answer, points, accept, reject);
            form.addClassName("guatu-answer");
            line.add(form);
        }
        return line;
    }

    private void carryOut(Runnable change) {
        try {
            change.run();
            Notices.success("已答复。");
            answered.run();
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
    }
}
