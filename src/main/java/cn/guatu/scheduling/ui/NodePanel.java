package cn.guatu.scheduling.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.project.Node;
import cn.guatu.project.SchedulePlan;
import cn.guatu.project.Slip;
import cn.guatu.project.schedule.NodeTimes;
import cn.guatu.project.schedule.Task;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node beside the sheet: its dates, where it can be tried, what binds it, and how it was moved. */
class NodePanel extends Div {

    private final transient SchedulePage page;
    private final transient SchedulePlan plan;
    private final transient Node node;
    private final boolean mayMove;

    NodePanel(SchedulePage page, SchedulePlan plan, Node node) {
        this.page = page;
        this.plan = plan;
        this.node = node;
        this.mayMove = node.actual() == null && page.rooms().schedules().mayReschedule(page.phase(node));
        add(facts());
        if (mayMove) {
            add(new H3("试排"), trying(), new H3("约束"), binding());
        }
        add(new H3("停计时"), new StopsPanel(this, page, plan, node, mayMove), new H3("调整记录"), slips());
    }

    private Component facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("guatu-facts");
        int year = plan.year();
        Task task = Objects.requireNonNull(plan.tasks().get(node.id()));
        @Nullable NodeTimes when = plan.times().get(node.id());
        fact(facts, "计划完成", Figures.day(node.planned(), year));
        fact(facts, "基线", Figures.day(plan.baselines().get(node.id()), year));
        fact(facts, "预计完成", Figures.day(node.forecast(), year));
        fact(facts, "实际完成", Figures.day(node.actual(), year));
        fact(facts, "工期", task.duration() + " 个工作日，最短 " + task.terms().least() + " 个");
        if (when != null) {
            fact(facts, "最早开始", Figures.day(when.earliestStart(), year));
            fact(facts, "最迟开始", Figures.day(when.latestStart(), year));
            fact(facts, "机动时间", when.totalFloat() + " 个工作日" + (when.critical() ? "（关键）" : ""));
        }
        if (node.actual() == null) {
            LocalDate end = Objects.requireNonNull(plan.outlook().ends().get(node.id()));
            fact(
                    facts,
                    "今日推算",
                    "最早 " + Figures.day(end, year) + " 完成"
                            + (when == null
                                    ? ""
                                    : "，余量 " + plan.calendar().workingDaysBetween(end, when.latestFinish()) + " 个工作日"));
        }
        return facts;
    }

    private static void fact(DescriptionList facts, String term, String value) {
        facts.add(new Term(term), new Description(value));
    }

    private Component trying() {
        DatePicker day = new DatePicker();
        day.setI18n(ChineseTexts.datePicker());
        day.setAriaLabel("试排到");
        day.setValue(node.planned());
        Button tryOut = new Button("看看影响", click -> {
            if (day.getValue() != null) {
                page.tried(node.id(), day.getValue());
            }
        });
        tryOut.addThemeVariants(ButtonVariant.PRIMARY);
        return row(day, tryOut);
    }

    private Component binding() {
        Task task = Objects.requireNonNull(plan.tasks().get(node.id()));
        Checkbox pinned =
                new Checkbox("锁定在 " + node.planned() + "，不随前置顺延", task.terms().pinned() != null);
        IntegerField least = new IntegerField("最短工期（工作日）");
        least.setMin(0);
        least.setStepButtonsVisible(true);
        least.setValue(task.terms().least());
        Button save = new Button(
                "保存约束",
                click -> carryOut(
                        () -> page.rooms()
                                .schedules()
                                .bind(node.id(), pinned.getValue() ? node.planned() : null, least.getValue()),
                        "约束已保存。"));
        return new Div(pinned, row(least, save));
    }

    private Component slips() {
        List<Slip> own = page
                .rooms()
                .slips()
                .slips(plan.year(), page.rooms().user().scope())
                .stream()
                .filter(slip -> slip.node().equals(node.id()))
                .toList();
        if (own.isEmpty()) {
            return quiet("日期没有调整过。");
        }
        UnorderedList list = new UnorderedList();
        own.forEach(slip -> list.add(new ListItem(
                slip.at().atZone(page.rooms().clock().zone()).toLocalDate() + " " + slip.actor() + "：" + slip.was()
                        + " → " + slip.becomes() + "（" + (slip.workingDays() >= 0 ? "推迟 " : "提前 ")
                        + Math.abs(slip.workingDays()) + " 个工作日）"
                        + (slip.reason() == null ? "" : "，" + slip.reason()))));
        return list;
    }

    /** Does something to the node, says so, and shows the node as it is then. */
    void carryOut(Runnable work, String done) {
        try {
            work.run();
            Notices.success(done);
            page.reload();
            page.openNode(String.valueOf(node.id().value()));
        } catch (Refusal refused) {
            Notices.error(FailureReport.of(refused).sentence());
        }
    }

    static Div row(Component... components) {
        Div row = new Div(components);
        row.addClassName("guatu-inputs");
        return row;
    }

    static Span quiet(String sentence) {
        Span quiet = new Span(sentence);
        quiet.addClassName("guatu-secondary");
        return quiet;
    }
}
