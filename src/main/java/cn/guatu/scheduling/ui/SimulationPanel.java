package cn.guatu.scheduling.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.scheduling.ReservePool;
import cn.guatu.scheduling.Simulation;
import cn.guatu.scheduling.rule.Coverage;
import cn.guatu.target.Target;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who could stand in for a target that is behind: by the forward pass, ranked, with the coverage that each would bring. */
class SimulationPanel extends Div {

    private final transient ReserveView page;
    private final transient ReservePool pool;
    private final transient Target target;
    private final transient Simulation simulation;
    private final int year;

    SimulationPanel(ReserveView page, ReservePool pool, int year, Target target, @Nullable Coverage coverage) {
        this.page = page;
        this.pool = pool;
        this.year = year;
        this.target = target;
        this.simulation = pool.simulate(year, target.id());
        add(new Paragraph(situation(Objects.requireNonNullElse(coverage, simulation.coverage()))));
        if (!simulation.missing().isEmpty()) {
            add(new Paragraph("年内赶不上的计划内项目："
                    + simulation.missing().stream()
                            .map(miss -> miss.phase().projectName() + " " + quantity(miss.quantity()) + "（最早 "
                                    + Figures.day(miss.end(), year) + "）")
                            .collect(Collectors.joining("，"))
                    + "。"));
        }
        add(simulation.candidates().isEmpty() ? new Paragraph("储备池里没有计入这个指标的项目。") : table());
    }

    private String situation(Coverage coverage) {
        BigDecimal shortfall = simulation.shortfall();
        return "目标 " + quantity(coverage.target()) + "，已计入 " + quantity(simulation.achieved()) + "，计划内项目年内还可完成 "
                + quantity(simulation.inTime()) + "；"
                + (shortfall == null
                        ? "没有目标值，无法推算缺口。"
                        : shortfall.signum() > 0
                                ? "预计缺口 " + quantity(shortfall) + "。"
                                : "预计可超额 " + quantity(shortfall.negate()) + "，暂不需要替补。");
    }

    private String quantity(@Nullable BigDecimal quantity) {
        return Figures.quantity(quantity, target.unit());
    }

    private Grid<Simulation.Candidate> table() {
        Grid<Simulation.Candidate> grid = new Grid<>();
        grid.addColumn(each -> each.entry().phase().projectName())
                .setHeader("储备项目")
                .setWidth("200px");
        grid.addColumn(each -> each.entry().state().label())
                .setHeader("池状态")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(each -> each.inTime() ? "年内可计入 " + quantity(each.quantity()) : "年内赶不上")
                .setHeader("推算")
                .setWidth("190px");
        grid.addColumn(each -> Figures.day(each.end(), year))
                .setHeader("最早完成")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(each -> Figures.share(each.entry().probability()))
                .setHeader("概率")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("80px")
                .setFlexGrow(0);
        grid.addColumn(each -> Figures.rate(each.face()))
                .setHeader("替补后计划覆盖")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(each -> Figures.rate(each.likely()))
                .setHeader("替补后年底预计")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px")
                .setFlexGrow(0);
        if (page.mayPlan()) {
            grid.addComponentColumn(each -> {
                        Button swap = new Button("替补", click -> swap(each));
                        swap.addThemeVariants(ButtonVariant.SMALL);
                        return swap;
                    })
                    .setHeader("")
                    .setWidth("90px")
                    .setFlexGrow(0);
        }
        grid.setItems(simulation.candidates());
        grid.setAllRowsVisible(true);
        grid.addClassName("short");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    private void swap(Simulation.Candidate candidate) {
        Select<Phase> out = new Select<>();
        out.setLabel("替补谁（可不选）");
        out.setItems(simulation.missing().stream()
                .map(Simulation.Miss::phase)
                .distinct()
                .toList());
        out.setItemLabelGenerator(phase -> phase == null ? "不指定" : phase.projectName() + "（" + phase.owner() + "）");
        out.setEmptySelectionAllowed(true);
        TextArea reason = new TextArea("原因");
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        Button confirm = new Button("确认替补", click -> {
            PhaseId missed = out.getValue() == null ? null : out.getValue().id();
            page.carryOut(
                    () -> pool.swap(target.id(), candidate.entry().phase().id(), missed, reason.getValue()),
                    "“" + candidate.entry().phase().projectName() + "”已列入年度。");
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        page.openPanel(
                "替补 " + candidate.entry().phase().projectName(),
                new Paragraph("列入年度后，计划覆盖 " + Figures.rate(simulation.coverage().byPlan()) + " → "
                        + Figures.rate(candidate.face()) + "，计划性质由"
                        + candidate.entry().phase().nature().label()
                        + "改为计划内。原项目的缺口仍记在原责任人名下。"),
                out,
                reason,
                confirm);
    }
}
