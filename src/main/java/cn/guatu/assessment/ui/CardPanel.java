package cn.guatu.assessment.ui;

import cn.guatu.assessment.ObjectionService;
import cn.guatu.assessment.PartKind;
import cn.guatu.assessment.ScoreItem;
import cn.guatu.assessment.ScorePart;
import cn.guatu.assessment.Scorecard;
import cn.guatu.assessment.rule.Correction;
import cn.guatu.org.PlanMonth;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A unit's scorecard: each part with both weights, each item with its points, its reason and its evidence; what lost most comes first. */
class CardPanel extends Div {

    private static final int SHOWN = 40;

    private final transient @Nullable ObjectionService objections;
    private final transient Scorecard card;
    private final transient PlanMonth month;
    private final transient Runnable raised;

    /** @param objections null when the viewer may not object */
    CardPanel(Scorecard card, PlanMonth month, @Nullable ObjectionService objections, Runnable raised) {
        this.card = card;
        this.month = month;
        this.objections = objections;
        this.raised = raised;
        addClassName("guatu-scorecard");
        card.parts().forEach(part -> add(part(part)));
    }

    private Component part(ScorePart part) {
        Div box = new Div();
        box.addClassName("guatu-score-part");
        String weights = part.kind() == PartKind.BASE
                ? "权重 " + plain(part.weight()) + " · 折算 " + Moments.score(part.effectiveWeight())
                : part.kind().label();
        H3 title = new H3(part.name() + "　" + (part.score() == null ? "不适用" : Moments.score(part.score()) + " 分"));
        Span note = new Span(part.note() == null ? weights : weights + " · " + part.note());
        note.addClassName("guatu-of");
        box.add(title, note);
        // Corrections come first: what an objection has changed must be seen; then what lost most.
        List<ScoreItem> items = part.items().stream()
                .sorted(Comparator.comparing((ScoreItem item) -> !item.key().startsWith(Correction.OF_OBJECTION))
                        .thenComparing(item -> item.points().subtract(item.possible())))
                .toList();
        items.stream().limit(SHOWN).forEach(item -> box.add(item(part, item)));
        if (items.size() > SHOWN) {
            Button rest = new Button("显示其余 " + (items.size() - SHOWN) + " 项（未失分或失分较少）");
            rest.addThemeVariants(ButtonVariant.TERTIARY);
            rest.addClickListener(click -> {
                rest.removeFromParent();
                items.stream().skip(SHOWN).forEach(item -> box.add(item(part, item)));
            });
            box.add(rest);
        }
        return box;
    }

    private Component item(ScorePart part, ScoreItem item) {
        Span points = new Span(
                item.possible().signum() > 0
                        ? Moments.score(item.points()) + " / " + Moments.score(item.possible())
                        : signed(item));
        points.addClassName("guatu-points");
        String link = item.link();
        Component name = link == null ? new Span(item.item()) : new Anchor(link, item.item());
        Span reason = new Span(item.reason());
        reason.addClassName("guatu-of");
        Div line = new Div(points, name, reason);
        line.addClassName("guatu-score-item");
        if (objections != null && item.points().compareTo(item.possible()) < 0) {
            Button object = new Button("提出异议", click -> line.add(form(part, item)));
            object.addThemeVariants(ButtonVariant.TERTIARY);
            object.setDisableOnClick(true);
            line.add(object);
        }
        return line;
    }

    private Component form(ScorePart part, ScoreItem item) {
        TextArea grounds = new TextArea("异议理由");
        grounds.setWidthFull();
        Button send = new Button("提交异议", click -> {
            try {
                Objects.requireNonNull(objections)
                        .raise(month.year(), month.month(), card.unitId(), part.name(), item.key(), grounds.getValue());
                Notices.success("异议已提交，督查部门将在异议期内答复。");
                raised.run();
            } catch (RuntimeException failure) {
                Notices.error(FailureReport.of(failure).sentence());
            }
        });
        send.addThemeVariants(ButtonVariant.PRIMARY);
        return new Div(grounds, send);
    }

    private static String signed(ScoreItem item) {
        return (item.points().signum() > 0 ? "+" : "") + Moments.score(item.points());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
