package cn.guatu.progress.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.measure.Quantity;
import cn.guatu.platform.measure.WrittenAmount;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.progress.Approval;
import cn.guatu.progress.Claim;
import cn.guatu.progress.Counted;
import cn.guatu.progress.ReportReview;
import cn.guatu.progress.WeekItem;
import cn.guatu.progress.rule.RecognitionProposal;
import cn.guatu.target.TargetKind;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One report before its reviewer: what is claimed beside what is confirmed, the evidence, what happened so far; approve or return. */
final class ReviewPanel extends Div {

    private final Week week;
    private final WeekItem item;
    private final Runnable done;
    private final Optional<RecognitionProposal> proposal;
    private final TextField quantity = new TextField();
    private final TextField remark = new TextField("说明(与填报不一致时)");
    private final TextArea reason = new TextArea("退回原因");
    private final Span problem = new Span();

    ReviewPanel(Week week, WeekItem item, Map<String, String> names, Runnable done) {
        this.week = week;
        this.item = item;
        this.done = done;
        proposal = ReportReview.proposal(item);
        addClassName("guatu-review");
        problem.addClassName("guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        add(facts(), new EvidencePanel(week, item.key(), false), recognise(), problem, buttons());
        add(new H3("历程"), new Timeline(week.reports().timeline(item.key()), names, step -> ""));
    }

    private DescriptionList facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("guatu-facts");
        Claim claim = Objects.requireNonNull(item.report()).claim();
        fact(facts, "节点", Words.due(item, week.clock().today()) + " · " + item.ownerName());
        Counted counted = item.counted();
        if (counted != null && counted.takesQuantity()) {
            fact(facts, "指标", counted.code() + " " + counted.name());
            fact(facts, "填报累计", Words.amount(claim.cumulative(), claim.denominator(), counted));
            fact(facts, "已确认", Words.confirmed(counted));
            fact(
                    facts,
                    "节点应计入",
                    counted.declared() == null ? null : Figures.quantity(counted.declared(), counted.unit()));
        }
        fact(facts, "实际完成", claim.completedOn() == null ? null : Figures.day(claim.completedOn(), item.year()));
        fact(facts, "进展情况", claim.noChange() ? "无变化" : claim.progress());
        fact(facts, "下步计划", claim.nextSteps());
        fact(facts, "存在问题", claim.difficulty());
        fact(facts, "预计完成", claim.forecast() == null ? null : Figures.day(claim.forecast(), item.year()));
        fact(facts, "文号/证号", claim.evidence());
        fact(facts, "减少的原因", claim.reason());
        return facts;
    }

    private Div recognise() {
        Div fields = new Div();
        fields.addClassName("guatu-form");
        Counted counted = item.counted();
        if (counted == null || proposal.isEmpty() || counted.kind() == TargetKind.RATIO) {
            String sentence =
                    proposal.isEmpty() || counted == null ? "通过后不产生计入。" : "通过后计入 " + ReviewView.posted(item) + "。";
            Span only = new Span(sentence);
            only.addClassNames("wide", "guatu-sentence");
            fields.add(only);
            return fields;
        }
        quantity.setLabel("本次计入(" + counted.unit() + ")");
        quantity.setValue(
                Figures.inUnit(proposal.get().quantity(), counted.unit()).replace('\u2212', '-'));
        quantity.setHelperText("可改为核定的数量；填 0 不计入");
        fields.add(quantity, remark);
        return fields;
    }

    private Div buttons() {
        Button approve = new Button("通过", click -> approve());
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setTooltipText("Ctrl+Enter");
        Shortcuts.addShortcutListener(this, this::approve, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
        Button back = new Button("退回");
        back.addClickListener(click -> sendBack());
        reason.setMaxLength(4_000);
        reason.setWidthFull();
        Div buttons = new Div(approve, back);
        buttons.addClassName("guatu-buttons");
        return new Div(buttons, reason);
    }

    private void approve() {
        BigDecimal wanted = null;
        Counted counted = item.counted();
        if (counted != null && proposal.isPresent() && quantity.isAttached()) {
            Optional<BigDecimal> read = WrittenAmount.parse(quantity.getValue(), counted.unit())
                    .flatMap(amount -> amount.in(MeasureUnit.of(counted.unit())))
                    .map(Quantity::value);
            if (read.isEmpty()) {
                problem.setText("“%s”不是以%s计的数量，请核对。".formatted(quantity.getValue(), counted.unit()));
                return;
            }
            // The field shows four decimals: what was not touched is taken as proposed, to the last digit.
            boolean touched = !quantity.getValue()
                    .equals(Figures.inUnit(proposal.get().quantity(), counted.unit())
                            .replace('\u2212', '-'));
            wanted = touched ? read.get() : null;
        }
        BigDecimal recognise = wanted;
        attempt(
                () -> week.review()
                        .approve(new Approval(item.key(), item.version(), recognise, text(remark.getValue()))),
                "已通过 " + item.title() + "。");
    }

    private void sendBack() {
        if (reason.getValue().isBlank()) {
            problem.setText("请在下方填写退回原因，让填报人知道要补什么。");
            reason.focus();
            return;
        }
        attempt(
                () -> week.review().sendBack(item.key(), item.version(), reason.getValue()),
                "已退回 " + item.title() + "。");
    }

    private void attempt(Runnable work, String sentence) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            problem.setText(FailureReport.of(failure).sentence());
            return;
        }
        Notices.success(sentence);
        done.run();
    }

    private static void fact(DescriptionList facts, String term, @Nullable String description) {
        if (description != null && !description.isBlank()) {
            facts.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
        }
    }

    private static @Nullable String text(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
