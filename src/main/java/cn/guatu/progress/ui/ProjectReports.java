package cn.guatu.progress.ui;

import cn.guatu.platform.ui.PagePart;
import cn.guatu.progress.ReportStep;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;

/** The last weekly reports of a project on its page, with the way to the whole timeline of each node. */
@org.springframework.stereotype.Component
@Order(20)
class ProjectReports implements PagePart {

    private static final int SHOWN = 8;

    private final Week week;
    private final ProjectService projects;

    ProjectReports(Week week, ProjectService projects) {
        this.week = week;
        this.projects = projects;
    }

    @Override
    public String page() {
        return "projects/:code";
    }

    @Override
    public String title() {
        return "周报";
    }

    @Override
    public Optional<Component> create(int year, String subject) {
        List<ReportStep> steps = new ArrayList<>();
        Map<NodeId, String> nodes = projects.phasesOf(subject).stream()
                .filter(phase -> phase.year() == year)
                .map(Phase::id)
                .peek(phase -> steps.addAll(week.reports().lastSteps(phase, SHOWN)))
                .flatMap(phase -> projects.nodes(phase).stream())
                .collect(Collectors.toMap(Node::id, Node::name));
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        List<ReportStep> last = steps.stream()
                .sorted(Comparator.comparing(ReportStep::at).reversed())
                .limit(SHOWN)
                .toList();
        Div links = new Div();
        links.addClassName("guatu-steps");
        last.stream()
                .map(step -> step.item().in(week.deadlines().current()))
                .distinct()
                .forEach(item -> links.add(new Anchor(
                        Words.timeline(item),
                        (item.node() == null ? "分期整体" : nodes.getOrDefault(item.node(), "节点")) + " 全部历程")));
        return Optional.of(new Div(
                new Timeline(
                        last,
                        week.names(),
                        step -> step.item().node() == null
                                ? ""
                                : " · " + nodes.getOrDefault(step.item().node(), "")),
                links));
    }
}
