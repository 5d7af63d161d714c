package cn.guatu.supervision.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.PagePart;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerService;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The blockers of a project on its page; the page has checked that the project may be seen. */
@org.springframework.stereotype.Component
class ProjectBlockers implements PagePart {

    /** A blocker in words. */
    private record Line(Blocker blocker, String phase, String held) {}

    private final BlockerService blockers;
    private final ProjectService projects;
    private final TargetService targets;

    ProjectBlockers(BlockerService blockers, ProjectService projects, TargetService targets) {
        this.blockers = blockers;
        this.projects = projects;
        this.targets = targets;
    }

    @Override
    public String page() {
        return "projects/:code";
    }

    @Override
    public String title() {
        return "难点堵点";
    }

    @Override
    public Optional<Component> create(int year, String subject) {
        Map<PhaseId, String> phases = projects.phasesOf(subject).stream()
                .filter(phase -> phase.year() == year)
                .collect(Collectors.toMap(Phase::id, Phase::name));
        List<Blocker> own = blockers.all(year).stream()
                .filter(blocker -> phases.containsKey(blocker.phase()))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Map<?, Target> named =
                targets.targets(year).stream().collect(Collectors.toMap(Target::id, Function.identity()));
        Grid<Line> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addColumn(line -> line.blocker().problem()).setHeader("问题").setWidth("280px");
        grid.addColumn(Line::phase).setHeader("分期").setWidth("90px").setFlexGrow(0);
        grid.addColumn(line -> line.blocker().cause() == null
                        ? Figures.NONE
                        : line.blocker().cause().label())
                .setHeader("原因")
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.blocker().responsible()).setHeader("责任单位").setWidth("160px");
        grid.addColumn(line -> Figures.day(line.blocker().raisedOn(), year))
                .setHeader("提出")
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addColumn(line -> Figures.day(line.blocker().due(), year))
                .setHeader("要求解决")
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addColumn(Line::held).setHeader("涉及").setWidth("180px");
        grid.addColumn(line -> line.blocker().status().label())
                .setHeader("状态")
                .setWidth("100px")
                .setFlexGrow(0);
        grid.setItems(own.stream()
                .map(blocker -> new Line(
                        blocker,
                        phases.getOrDefault(blocker.phase(), Figures.NONE),
                        held(blocker, blocker.target() == null ? null : named.get(blocker.target()))))
                .toList());
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.addClassName("short");
        return Optional.of(grid);
    }

    private static String held(Blocker blocker, @Nullable Target target) {
        if (target == null) {
            return Figures.NONE;
        }
        return target.name()
                + (blocker.quantity() == null ? "" : " " + Figures.quantity(blocker.quantity(), target.unit()));
    }
}
