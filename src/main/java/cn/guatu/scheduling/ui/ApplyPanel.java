package cn.guatu.scheduling.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.scheduling.PlannedStage;
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
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Applies a template to a phase: choose, look at the dates counted back, then take them over. */
class ApplyPanel extends Div {

    private final transient SchedulePage page;
    private final transient TemplateUse templates;
    private final Select<Phase> phase = new Select<>();
    private final Select<StageTemplate> template = new Select<>();
    private final DatePicker finish = new DatePicker("要求完成");
    private final Div preview = new Div();

    ApplyPanel(SchedulePage page, TemplateUse templates, List<Phase> phases) {
        this.page = page;
        this.templates = templates;
        phase.setLabel("分期");
        phase.setItems(phases);
        phase.setItemLabelGenerator(Phase::name);
        phase.setValue(phases.getFirst());
        template.setLabel("阶段模板");
        List<StageTemplate> active = templates.choices();
        template.setItems(active);
        template.setItemLabelGenerator(
                each -> each.title() + "（" + each.stages().size() + " 个阶段）");
        active.stream()
                .filter(each -> each.category() == phases.getFirst().category())
                .findFirst()
                .or(() -> active.stream().findFirst())
                .ifPresent(template::setValue);
        finish.setI18n(ChineseTexts.datePicker());
        finish.setValue(LocalDate.of(phases.getFirst().year(), 12, 31));
        phase.addValueChangeListener(change -> show());
        template.addValueChangeListener(change -> show());
        finish.addValueChangeListener(change -> show());
        Div choices = new Div(phase, template, finish);
        choices.addClassName("guatu-inputs");
        add(choices, preview);
        show();
    }

    private void show() {
        preview.removeAll();
        if (template.getValue() == null || finish.getValue() == null || phase.getValue() == null) {
            preview.add(new Paragraph("请选择模板和要求完成的日期。"));
            return;
        }
        try {
            TemplatePreview would =
                    templates.preview(phase.getValue().id(), template.getValue().id(), finish.getValue());
            preview.add(table(would));
            if (!would.inversion().isEmpty()) {
                preview.add(warning(would.inversion()));
            }
            if (!would.closing().isEmpty()) {
                preview.add(new Paragraph("“"
                        + would.closing().stream().map(Node::name).collect(Collectors.joining("”、“"))
                        + "”接在最后的阶段之后，"
                        + Figures.day(finish.getValue(), phase.getValue().year()) + "完成。"));
            }
            if (!would.others().isEmpty()) {
                preview.add(new Paragraph("模板之外的节点保留：" + String.join("、", would.others()) + "。"));
            }
            Checkbox outside = new Checkbox("确认“" + String.join("、", would.outsideYear()) + "”排到 "
                    + phase.getValue().year() + " 年以外");
            outside.setVisible(!would.outsideYear().isEmpty());
            Button apply = new Button("套用", click -> apply(outside.getValue()));
            apply.addThemeVariants(ButtonVariant.PRIMARY);
            preview.add(outside, apply);
        } catch (Refusal refused) {
            preview.add(new Paragraph(FailureReport.of(refused).sentence()));
        }
    }

    private Grid<PlannedStage> table(TemplatePreview would) {
        int year = phase.getValue().year();
        Grid<PlannedStage> grid = new Grid<>();
        grid.addColumn(each -> each.stage().name()).setHeader("阶段").setWidth("170px");
        grid.addColumn(each -> each.stage().promised())
                .setHeader("工期")
                .setWidth("70px")
                .setFlexGrow(0);
        grid.addColumn(each -> Figures.day(each.start(), year))
                .setHeader("最迟开始")
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(each -> Figures.day(each.finish(), year))
                .setHeader("计划完成")
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(each -> ApplyPanel.what(each))
                .setHeader("")
                .setWidth("150px")
                .setFlexGrow(0);
        grid.setItems(would.stages());
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    private static String what(PlannedStage stage) {
        Node held = stage.existing();
        if (held == null) {
            return "新增";
        }
        return stage.kept() ? "已完成，保留" : stage.isRenamed() ? "原“" + held.name() + "”" : "调整";
    }

    private static Paragraph warning(String sentence) {
        Paragraph warning = new Paragraph(sentence);
        warning.addClassName("guatu-inverted");
        return warning;
    }

    private void apply(boolean outsideYear) {
        try {
            templates.apply(List.of(phase.getValue().id()), template.getValue().id(), finish.getValue(), outsideYear);
            Notices.success("已套用" + template.getValue().title() + "，当前排期留作基线。");
            page.closePanel();
            page.reload();
        } catch (Refusal refused) {
            Notices.error(FailureReport.of(refused).sentence());
        }
    }
}
