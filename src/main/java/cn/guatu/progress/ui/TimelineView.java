package cn.guatu.progress.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.progress.ReportKey;
import cn.guatu.progress.ReportStep;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The timeline of one item over all weeks, at an address of its own. */
@Route("report-history/:phase([0-9]{1,18})/:node([0-9]{1,18})")
@PageTitle("周报历程")
@PermitAll
@CssImport("./desk/week.css")
class TimelineView extends Div implements BeforeEnterObserver {

    private final Week week;
    private final ProjectService projects;
    private final PageFrame frame = new PageFrame("周报历程");

    TimelineView(Week week, ProjectService projects) {
        this.week = week;
        this.projects = projects;
        setSizeFull();
        add(frame);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        long node = parameters.getLong("node").orElse(0L);
        long phase = parameters.getLong("phase").orElse(0L);
        if (phase == 0) {
            frame.body(new EmptyState("没有这个分期。", new Anchor("projects", "看项目")));
            return;
        }
        show(new ReportKey(week.deadlines().current(), new PhaseId(phase), node == 0 ? null : new NodeId(node)));
    }

    private void show(ReportKey item) {
        try {
            List<ReportStep> steps = week.reports().timeline(item);
            Phase phase = projects.phase(item.phase()).orElseThrow();
            frame.title(phase.projectName());
            frame.scope(phase.name()
                    + (item.node() == null
                            ? ""
                            : " · " + projects.node(item.node()).orElseThrow().name())
                    + " · 周报历程");
            frame.actions(new Anchor("projects/" + phase.projectCode() + "?year=" + phase.year(), "看项目"));
            Timeline timeline = new Timeline(steps, week.names(), step -> "");
            timeline.addClassName("guatu-card");
            if (week.user().has(Permission.OPERATE)) {
                frame.body(timeline, new ReopenForm(week, item, () -> show(item)));
            } else {
                frame.body(timeline);
            }
        } catch (Refusal refusal) {
            frame.body(new EmptyState(refusal.sentence(), new Anchor("projects", "看项目")));
        }
    }
}
