package cn.guatu.assessment.ui;

import cn.guatu.assessment.Objection;
import cn.guatu.assessment.ObjectionService;
import cn.guatu.assessment.Scorecard;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objections of a month, with their answers; the supervision office answers here. */
class ObjectionsPanel extends Div {

    private final transient ObjectionService objections;
    private final transient List<Scorecard> cards;
    private final transient Runnable answered;

    /** @param cards the scores of the month as they stand */
    ObjectionsPanel(
            ObjectionService objections, YearMonth month, List<Scorecard> cards, boolean mayAnswer, Runnable answered) {
        this.objections = objections;
        this.cards = cards;
        this.answered = answered;
        addClassName("guatu-objections");
        List<Objection> all = objections.of(month.getYear(), month.getMonthValue());
        if (all.isEmpty()) {
            add(new EmptyState("本月没有异议。异议期内，单位负责人可在“评分排名”中打开本单位评分表，对任何一项提出异议。"));
        }
        all.forEach(each -> add(line(each, mayAnswer)));
    }

    private Div line(Objection objection, boolean mayAnswer) {
        Optional<Scorecard> card = cards.stream()
                .filter(each -> each.unitId().equals(objection.unit()))
                .findFirst();
        Div line = new Div(
                new H3(card.map(each -> each.unit() + " · ").orElse("") + objection.item() + "（" + objection.part()
                        + "） · " + objection.state().label()),
                new Paragraph(
                        objection.raisedBy() + " " + Moments.text(objection.raisedAt()) + "：" + objection.grounds()));
        line.addClassName("guatu-journal");
        if (objection.answer() != null) {
            line.add(new Paragraph("答复（" + objection.answeredBy() + " " + Moments.text(objection.answeredAt()) + "）："
                    + objection.answer()));
        } else if (mayAnswer) {
            TextField answer = new TextField("答复");
            answer.setWidth("420px");
            BigDecimal lost = card.map(each -> lost(each, objection)).orElse(null);
            BigDecimalField points =
                    new BigDecimalField("返还分数" + (lost == null ? "" : "（失分 " + Moments.score(lost) + "）"));
            points.setWidth("180px");
            points.setValue(lost);
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

    /** What the item lost as it stands; null when it is no longer there. */
    private static @Nullable BigDecimal lost(Scorecard card, Objection objection) {
        return card.parts().stream()
                .filter(part -> part.name().equals(objection.part()))
                .flatMap(part -> part.items().stream())
                .filter(item -> item.key().equals(objection.itemKey()))
                .findFirst()
                .map(item -> new BigDecimal(item.possible()
                        .subtract(item.points())
                        .max(item.points().negate())
                        .stripTrailingZeros()
                        .toPlainString()))
                .orElse(null);
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
