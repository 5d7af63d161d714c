package cn.guatu.progress.ui;

import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.progress.Claim;
import cn.guatu.progress.ReportStep;
import cn.guatu.progress.StepAction;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What happened to items, the latest first: who said what, who returned and approved it, and what was recognised. */
final class Timeline extends Div {

    /**
     * @param names of people by account
     * @param about what a step is about, before its words; empty for the timeline of one item
     */
    Timeline(List<ReportStep> steps, Map<String, String> names, Function<ReportStep, String> about) {
        addClassName("guatu-timeline-list");
        if (steps.isEmpty()) {
            add(new EmptyState("还没有填报过。"));
            return;
        }
        OrderedList list = new OrderedList();
        for (ReportStep step : steps) {
            Span when = new Span(Words.dayAndTime(step.at()));
            when.addClassName("guatu-secondary");
            Span what = new Span(names.getOrDefault(step.actor(), step.actor()) + " " + verb(step));
            what.addClassName("what");
            Span where = new Span(Words.week(step.item().week()) + about.apply(step));
            where.addClassName("guatu-secondary");
            ListItem line = new ListItem(new Div(when, what, where));
            line.addClassName(step.action().name().toLowerCase(java.util.Locale.ROOT));
            String words = words(step);
            if (!words.isEmpty()) {
                Paragraph said = new Paragraph(words);
                said.addClassName("guatu-wrap");
                line.add(said);
            }
            list.add(line);
        }
        add(list);
    }

    private static String verb(ReportStep step) {
        return step.action() == StepAction.SUBMITTED && step.claim().noChange()
                ? "报无变化"
                : step.action().label();
    }

    private static String words(ReportStep step) {
        Claim claim = step.claim();
        StringBuilder words = new StringBuilder();
        switch (step.action()) {
            case SUBMITTED -> {
                if (claim.cumulative() != null) {
                    words.append("填报累计 ").append(Figures.number(claim.cumulative()));
                    if (claim.denominator() != null) {
                        words.append(" / ").append(Figures.number(claim.denominator()));
                    }
                    words.append("。");
                }
                if (claim.completedOn() != null) {
                    words.append("节点于 ").append(claim.completedOn()).append(" 完成。");
                }
                sentence(words, "", claim.progress());
                sentence(words, "下步：", claim.nextSteps());
                sentence(words, "问题：", claim.difficulty());
                sentence(words, "依据：", claim.evidence());
                sentence(words, "原因：", claim.reason());
            }
            case APPROVED -> {
                if (step.recognised() != null) {
                    words.append("认定累计 ")
                            .append(Figures.number(step.recognised()))
                            .append("。");
                }
                if (step.recognition() != null) {
                    words.append("已计入第 ").append(step.recognition().value()).append(" 号记录。");
                }
                sentence(words, "", step.remark());
            }
            case RETURNED, REOPENED -> sentence(words, "", step.remark());
            case WITHDRAWN -> {}
        }
        return words.toString();
    }

    private static void sentence(StringBuilder words, String before, @org.jspecify.annotations.Nullable String text) {
        if (text != null) {
            words.append(before).append(text);
            if (!text.endsWith("。")) {
                words.append("。");
            }
        }
    }
}
