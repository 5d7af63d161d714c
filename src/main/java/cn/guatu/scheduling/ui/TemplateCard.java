package cn.guatu.scheduling.ui;

import cn.guatu.scheduling.Stage;
import cn.guatu.scheduling.StageTemplate;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A template as it is: its graph and its stages. */
final class TemplateCard extends Div {

    TemplateCard(StageTemplate template, Component verbs) {
        H2 heading = new H2(template.title());
        Span note = new Span(template.category().label() + " · "
                + template.state().label() + " · " + template.stages().size() + " 个阶段"
                + (template.usedBy() > 0 ? " · " + template.usedBy() + " 个项目在用" : ""));
        note.addClassName("guatu-note");
        heading.add(note);
        add(heading);
        if (template.remark() != null) {
            Paragraph remark = new Paragraph(template.remark());
            remark.addClassName("guatu-secondary");
            add(remark);
        }
        StagePicture picture = new StagePicture();
        picture.show(template.stages(), false);
        add(verbs, picture, table(template));
        addClassName("guatu-card");
    }

    private static String names(List<Stage> stages, Set<Integer> positions) {
        return stages.stream()
                .filter(stage -> positions.contains(stage.position()))
                .map(Stage::name)
                .collect(Collectors.joining("、"));
    }

    private static Component table(StageTemplate template) {
        Grid<Stage> grid = new Grid<>();
        grid.addColumn(Stage::name).setHeader("阶段").setWidth("190px");
        grid.addColumn(Stage::promised).setHeader("承诺工期").setWidth("100px").setFlexGrow(0);
        grid.addColumn(stage -> stage.statutory() == null ? "—" : stage.statutory())
                .setHeader("法定时限")
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(stage -> stage.weight() == null
                        ? "1"
                        : stage.weight().stripTrailingZeros().toPlainString())
                .setHeader("权重")
                .setWidth("80px")
                .setFlexGrow(0);
        grid.addColumn(stage -> names(template.stages(), stage.after()))
                .setHeader("前置阶段")
                .setWidth("200px");
        grid.addColumn(stage -> stage.recognises() == null ? "" : stage.recognises())
                .setHeader("计入指标")
                .setWidth("130px");
        grid.addColumn(stage -> stage.evidence() == null ? "" : stage.evidence())
                .setHeader("佐证材料")
                .setWidth("150px");
        grid.setItems(template.stages());
        grid.setAllRowsVisible(true);
        grid.addClassName("short");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }
}
