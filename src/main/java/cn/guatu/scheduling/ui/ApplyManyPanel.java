package cn.guatu.scheduling.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Notices;
import cn.guatu.project.Category;
import cn.guatu.project.Phase;
import cn.guatu.scheduling.StageTemplate;
import cn.guatu.scheduling.TemplatePreview;
import cn.guatu.scheduling.TemplateUse;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Applies one template to many projects at once: what would come of each is seen before, and all are done or none. */
class ApplyManyPanel extends Div {

    /** A project and what the template would make of it. */
    private record Line(Phase phase, TemplatePreview would) {

        String verdict() {
            if (would.invertedBy() > 0) {
                return "倒挂 " + would.invertedBy() + " 个工作日";
            }
            return would.outsideYear().isEmpty() ? "排得下" : "排到年度以外";
        }

        boolean isDoubtful() {
            return would.invertedBy() > 0 || !would.outsideYear().isEmpty();
        }
    }

    private final transient SchedulePage page;
    private final transient TemplateUse templates;
    private final transient List<Phase> phases;
    private final Select<StageTemplate> template = new Select<>();
    private final DatePicker finish = new DatePicker("要求完成");
    private final Grid<Line> grid = new Grid<>();
    private final Checkbox outside = new Checkbox("确认有阶段排到年度以外");
    private final Button apply = new Button("套用", click -> apply());

    /**
     * A panel for these.
     *
     * @param phases those that whoever looks may reschedule
     */
    ApplyManyPanel(SchedulePage page, TemplateUse templates, List<Phase> phases) {
        this.page = page;
        this.templates = templates;
        this.phases = List.copyOf(phases);
        template.setLabel("阶段模板");
        List<StageTemplate> active = templates.choices();
        template.setItems(active);
        template.setItemLabelGenerator(
                each -> each.title() + "（" + each.stages().size() + " 个阶段）");
        Category category = phases.getFirst().category();
        active.stream()
                .filter(each -> each.category() == category)
                .findFirst()
                .or(() -> active.stream().findFirst())
                .ifPresent(template::setValue);
        finish.setI18n(ChineseTexts.datePicker());
        finish.setValue(LocalDate.of(phases.getFirst().year(), 12, 31));
        template.addValueChangeListener(change -> look());
        finish.addValueChangeListener(change -> look());
        Div choices = new Div(template, finish);
        choices.addClassName("guatu-inputs");
        columns();
        grid.addSelectionListener(change -> offer());
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        add(choices, new Paragraph("从要求完成的日期按工作日倒排；已完成的节点和数量不动，现在的排期留作基线。"), grid, outside, apply);
        look();
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addColumn(line -> line.phase().projectName()).setHeader("项目").setWidth("140px");
        grid.addColumn(line -> line.phase().owner())
                .setHeader("责任人")
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addColumn(line -> templates
                        .templateOf(line.phase().id())
                        .map(StageTemplate::title)
                        .orElse("—"))
                .setHeader("现用模板")
                .setWidth("125px")
                .setFlexGrow(0);
        grid.addComponentColumn(line -> {
                    Span verdict = new Span(line.verdict());
                    verdict.addClassName(line.isDoubtful() ? "guatu-inverted" : "guatu-secondary");
                    return verdict;
                })
                .setHeader("倒排结果")
                .setWidth("170px")
                .setFlexGrow(0);
        grid.setHeight("440px");
    }

    /** Works out what would come of each; those without a template yet are chosen. */
    private void look() {
        if (template.getValue() == null || finish.getValue() == null) {
            grid.setItems(List.of());
            offer();
            return;
        }
        List<Line> lines = phases.stream()
                .map(phase -> new Line(
                        phase, templates.preview(phase.id(), template.getValue().id(), finish.getValue())))
                .toList();
        grid.setItems(lines);
        lines.stream()
                .filter(line -> templates.templateOf(line.phase().id()).isEmpty())
                .forEach(grid::select);
        offer();
    }

    private void offer() {
        Set<Line> chosen = grid.getSelectedItems();
        apply.setText("套用到 " + chosen.size() + " 个项目");
        apply.setEnabled(!chosen.isEmpty());
        outside.setVisible(
                chosen.stream().anyMatch(line -> !line.would().outsideYear().isEmpty()));
    }

    private void apply() {
        Set<Line> chosen = grid.getSelectedItems();
        try {
            templates.apply(
                    chosen.stream().map(line -> line.phase().id()).toList(),
                    template.getValue().id(),
                    finish.getValue(),
                    outside.getValue());
            Notices.success(
                    "已给 " + chosen.size() + " 个项目套用" + template.getValue().title() + "。");
            page.closePanel();
            page.reload();
        } catch (Refusal refused) {
            Notices.error(FailureReport.of(refused).sentence());
        }
    }
}
