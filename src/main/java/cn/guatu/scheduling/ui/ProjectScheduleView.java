package cn.guatu.scheduling.ui;

import cn.guatu.platform.chart.TimelineData;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.project.Phase;
import cn.guatu.project.SchedulePlan;
import cn.guatu.project.schedule.Compression;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.NodeState;
import cn.guatu.scheduling.TemplateUse;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 倒排工期 of one project: a node a row, with float, critical path, baseline and the versions of its schedule. */
@Route("schedule/:code")
@PageTitle("倒排工期")
@PermitAll
class ProjectScheduleView extends SchedulePage {

    private final transient TemplateUse templates;

    ProjectScheduleView(Rooms rooms, TemplateUse templates) {
        super("倒排工期", rooms);
        this.templates = templates;
        timeline().side(320).roomy(true);
    }

    @Override
    Optional<TimelineData> data(SchedulePlan plan) {
        List<Phase> phases = phases();
        if (phases.isEmpty()) {
            throw Refusal.notFound(plan.year() + " 年没有编码为“" + code() + "”的项目，或者不在您的数据范围内。");
        }
        Phase first = phases.getFirst();
        title(first.projectName());
        GanttSheet sheet = new GanttSheet(
                plan,
                rooms().rollup()
                        .nodes(
                                plan.year(),
                                NodeState.ALL,
                                AsOf.of(plan.today()),
                                rooms().user().scope()),
                rooms().schedules()::mayReschedule);
        SchedulePlan own = plan.around(phases.stream().map(Phase::id).toList());
        String inversion = own.inversionInWords();
        scope(code() + " · " + first.owner() + (inversion.isEmpty() ? " · 不倒挂" : ""));
        filters(bar(own, first, inversion));
        actions(
                yearChoice(),
                new Anchor("schedule?year=" + plan.year(), "全区"),
                new Anchor(Links.project(code(), plan.year()), "项目页"));
        boolean any = own.nodes().values().stream()
                .anyMatch(node -> phases.stream().anyMatch(phase -> phase.id().equals(node.phase())));
        return any ? Optional.of(sheet.project(phases)) : Optional.empty();
    }

    private String code() {
        return Links.decoded(parameters().get("code").orElse(""));
    }

    private List<Phase> phases() {
        return rooms().phases(shownYear()).stream()
                .filter(phase -> phase.projectCode().equals(code()))
                .toList();
    }

    private Component[] bar(SchedulePlan own, Phase first, String inversion) {
        List<Component> bar = new ArrayList<>();
        boolean may = rooms().schedules().mayReschedule(first);
        if (!inversion.isEmpty()) {
            Span warning = new Span(inversion);
            warning.addClassName("guatu-inverted");
            bar.add(warning);
            Button suggest = new Button("压缩建议", click -> suggest(own));
            suggest.addThemeVariants(ButtonVariant.PRIMARY);
            bar.add(suggest);
        }
        bar.add(new Button("版本", click -> openPanel("排期版本", new VersionsPanel(this, phases()))));
        if (may) {
            bar.add(new Button("套用模板", click -> openPanel("套用阶段模板", new ApplyPanel(this, templates, phases()))));
            bar.add(new Anchor(Links.file(code(), own.year()), "导入 MS Project / P6"));
        }
        List<String> differences = phases().stream()
                .flatMap(phase -> templates.differences(phase.id()).stream())
                .toList();
        phases().stream()
                .flatMap(phase -> templates.templateOf(phase.id()).stream())
                .findFirst()
                .ifPresent(template -> bar.add(new Button(
                        "与" + template.title() + (differences.isEmpty() ? "一致" : "有 " + differences.size() + " 处不同"),
                        click -> openPanel("与模板的差异", VersionsPanel.list(differences, "与模板一致。")))));
        return bar.toArray(Component[]::new);
    }

    private void suggest(SchedulePlan own) {
        Compression compression = own.compression();
        openPanel(
                "压缩建议",
                new Paragraph(own.inversionInWords()),
                new Paragraph(ProposalPanel.inWords(compression)),
                adopt(own, compression));
    }

    private Component adopt(SchedulePlan own, Compression compression) {
        Div ways = new Div();
        ways.addClassName("guatu-buttons");
        if (rooms().schedules().mayReschedule(phases().getFirst())) {
            if (!compression.cuts().isEmpty()) {
                ways.add(new Button("在试排中采用", click -> compress(own, compression.cuts())));
            }
            ways.add(new Button(ProposalPanel.POSTPONE, click -> postpone(own)));
        }
        return ways;
    }

    @Override
    Component nothing() {
        boolean may = rooms().schedules().mayReschedule(phases().getFirst());
        return may
                ? new EmptyState(
                        "这个项目还没有节点。",
                        new Button("套用模板", click -> openPanel("套用阶段模板", new ApplyPanel(this, templates, phases()))))
                : new EmptyState("这个项目还没有节点，请联系牵头科室负责人编排。");
    }

    @Override
    void opened(String row, Optional<String> node) {
        openNode(node.orElseGet(() -> row.substring(1)));
    }
}
