package cn.guatu.scheduling.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.QuestionDialog;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.SchedulePlan;
import cn.guatu.project.schedule.Compression;
import cn.guatu.project.schedule.DayDoubts;
import cn.guatu.project.schedule.Ripple;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is being tried out: which nodes move, whether that is 倒挂, what to compress; to be taken back or saved with a reason. */
class ProposalPanel extends Div {

    private final transient SchedulePage page;
    private final transient WhatIf.Try tried;
    private final transient WhatIf whatIf;

    ProposalPanel(SchedulePage page, WhatIf.Try tried, WhatIf whatIf) {
        this.page = page;
        this.tried = tried;
        this.whatIf = whatIf;
        addClassName("guatu-card");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "试排方案");
        add(new H2("试排方案（未保存）"));
        add(moves());
        verdict();
        add(saving());
    }

    private Div moves() {
        int year = tried.before().year();
        UnorderedList list = new UnorderedList();
        list.addClassName("guatu-moves");
        tried.ripple().moves().forEach((node, move) -> {
            int days = tried.before().calendar().workingDaysBetween(Objects.requireNonNull(move.was()), move.becomes());
            list.add(new ListItem(name(node) + "：" + Figures.day(move.was(), year) + " → "
                    + Figures.day(move.becomes(), year) + "，" + (days >= 0 ? "推迟 " + days : "提前 " + -days) + " 个工作日"
                    + (move.asked() ? "" : "（随前置顺延）")));
        });
        tried.after().tasks().forEach((node, task) -> {
            int before =
                    Objects.requireNonNull(tried.before().tasks().get(node)).duration();
            if (before != task.duration()) {
                list.add(new ListItem(name(node) + "：工期 " + before + " → " + task.duration() + " 个工作日"));
            }
        });
        return new Div(list.getChildren().findAny().isEmpty() ? new Paragraph("没有节点移动。") : list);
    }

    private void verdict() {
        for (Ripple.Squeezed squeezed : tried.ripple().squeezed()) {
            add(warning("“" + squeezed.name() + "”的前置节点留给它的时间不够：最早 " + squeezed.earliest() + " 完成，差 "
                    + squeezed.workingDays() + " 个工作日。"));
        }
        String inversion = tried.after().inversionInWords();
        if (inversion.isEmpty()) {
            Paragraph fine = new Paragraph("按现有工期可以完成，不倒挂。");
            fine.addClassName("guatu-secondary");
            add(fine);
            return;
        }
        add(warning(inversion));
        Compression compression = tried.after().compression();
        add(new Paragraph(inWords(compression)));
        Div ways = new Div();
        ways.addClassName("guatu-buttons");
        if (!compression.cuts().isEmpty()) {
            ways.add(new Button("采用压缩建议", click -> {
                whatIf.compress(tried.after(), compression.cuts());
                page.retry();
            }));
        }
        ways.add(new Button(POSTPONE, click -> page.postpone(tried.after())));
        add(ways);
    }

    /** The verb that gives way to what cannot be kept. */
    static final String POSTPONE = "顺延到最早可能";

    /** The smallest compression in a sentence. */
    static String inWords(Compression compression) {
        String cuts = compression.cuts().stream()
                .map(cut -> "“" + cut.name() + "” " + cut.from() + " → " + cut.to() + " 个工作日")
                .collect(Collectors.joining("，"));
        if (compression.left() > 0) {
            return (cuts.isEmpty() ? "没有可压缩的节点" : "压缩到最短工期（" + cuts + "）") + "，仍倒挂 " + compression.left()
                    + " 个工作日：须调整完成日期或并行推进。";
        }
        return "压缩建议：只需压缩 " + compression.cuts().size() + " 个节点（" + cuts + "）即可按期"
                + (compression.smallest() ? "，不能更少。" : "；项目较大，未证明最少。");
    }

    private static Paragraph warning(String sentence) {
        Paragraph warning = new Paragraph(sentence);
        warning.addClassName("guatu-inverted");
        warning.getElement().setAttribute("role", "alert");
        return warning;
    }

    private Div saving() {
        TextArea reason = new TextArea("调整原因");
        reason.setRequiredIndicatorVisible(true);
        reason.setPlaceholder("例如：市规委会延期至12月上旬");
        reason.setMaxLength(1000);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        Button save = new Button("保存为新版本", click -> ask(reason.getValue()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setEnabled(false);
        reason.addValueChangeListener(
                change -> save.setEnabled(!change.getValue().isBlank()));
        Button undo = new Button("撤销一步", click -> {
            whatIf.undo();
            page.retry();
        });
        Button drop = new Button("全部放弃", click -> {
            whatIf.clear();
            page.retry();
        });
        drop.addThemeVariants(ButtonVariant.TERTIARY);
        Div buttons = new Div(save, undo, drop);
        buttons.addClassName("guatu-buttons");
        return new Div(reason, buttons);
    }

    /** Dates outside the plan year or before the project begins are asked about first. */
    private void ask(String reason) {
        List<String> doubts = new ArrayList<>();
        tried.ripple().moves().forEach((id, move) -> {
            Node node = Objects.requireNonNull(tried.before().nodes().get(id));
            doubts.addAll(DayDoubts.of(
                    tried.before().year(), page.phase(node).startsOn(), "“" + node.name() + "”的计划完成", move.becomes()));
        });
        if (doubts.isEmpty()) {
            save(reason);
        } else {
            new QuestionDialog(doubts, () -> save(reason)).open();
        }
    }

    private void save(String reason) {
        try {
            page.rooms().schedules().reschedule(tried.phases().iterator().next(), whatIf.rescheduling(tried), reason);
            whatIf.clear();
            Notices.success("已保存为新版本，变动记入滑期记录。");
            page.retry();
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.CONFLICT) {
                conflict();
            } else {
                Notices.error(FailureReport.of(refused).sentence());
            }
        }
    }

    /** Somebody else was faster: says what he made of the nodes, and lets the person go on from there. */
    private void conflict() {
        SchedulePlan now = page.rooms().schedules().plan(tried.before().year());
        String changed = tried.ripple().moves().keySet().stream()
                .filter(node -> now.nodes().containsKey(node)
                        && !now.planned(node).equals(tried.before().planned(node)))
                .map(node -> "“" + name(node) + "”您看到 " + tried.before().planned(node) + "，他人已改为 " + now.planned(node)
                        + "，您要改为 " + tried.after().planned(node))
                .collect(Collectors.joining("；"));
        whatIf.rebase(now);
        page.retry();
        Notices.error("他人刚刚保存了这个项目的排期，您的方案没有保存。" + (changed.isEmpty() ? "" : changed + "。") + "方案已在最新排期上重新推算，请核对后再保存。");
    }

    private String name(NodeId id) {
        Node node = tried.before().nodes().get(id);
        return node == null ? "节点" : node.name();
    }
}
