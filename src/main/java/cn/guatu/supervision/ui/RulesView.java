package cn.guatu.supervision.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.progress.ReportDeadlines;
import cn.guatu.security.Roles;
import cn.guatu.supervision.LadderPreview;
import cn.guatu.supervision.LadderRules;
import cn.guatu.supervision.PlannedStep;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** 督办规则: days, hours and texts, and what they would have sent last week; when reports are due (填报时限). */
@Route("supervision/rules")
@PageTitle("督办规则 · 挂图作战")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
class RulesView extends PageFrame implements AfterNavigationObserver {

    private final transient LadderRules rules;
    private final transient LadderPreview preview;
    private final transient BusinessClock clock;
    private final transient ReportDeadlines deadlines;
    private final transient WorkCalendars calendars;
    private final Span problem = new Span();
    private final Div previewed = new Div();

    RulesView(
            LadderRules rules,
            LadderPreview preview,
            BusinessClock clock,
            ReportDeadlines deadlines,
            WorkCalendars calendars) {
        super("督办规则");
        this.rules = rules;
        this.preview = preview;
        this.clock = clock;
        this.deadlines = deadlines;
        this.calendars = calendars;
        problem.addClassName("guatu-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    private void refresh() {
        LadderRules.Version inForce = rules.current();
        scope(inForce.version() == 0 ? "出厂规则" : "第 " + inForce.version() + " 版");
        RulesForm form = new RulesForm(inForce.settings());
        Button look = new Button("预览上周会发出什么", click -> look(form));
        Button save = new Button("保存为新版本", click -> save(form, inForce.version()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        actions(new Anchor("supervision", "回到督查"), look, save);
        previewed.removeAll();
        body(problem, form, previewed, new DeadlinesCard(deadlines, calendars));
    }

    private void save(RulesForm form, int seen) {
        try {
            rules.change(form.settings(), seen);
        } catch (RuntimeException failure) {
            problem.setText(FailureReport.of(failure).sentence());
            return;
        }
        problem.setText("");
        Notices.success("督办规则已保存，下一次运行即按新规则。");
        refresh();
    }

    private void look(RulesForm form) {
        ReportingWeek last = ReportingWeek.containing(clock.today()).previous();
        previewed.removeAll();
        List<LadderPreview.Line> lines;
        try {
            lines = preview.week(last.lastDay().getYear(), last, form.settings());
        } catch (RuntimeException failure) {
            problem.setText(FailureReport.of(failure).sentence());
            return;
        }
        problem.setText("");
        previewed.add(new H2("上周 " + Words.week(last) + " 会发出 " + lines.size() + " 条（仅预览，不发送）"));
        if (lines.isEmpty()) {
            previewed.add(new EmptyState("按这些规则，上周没有需要提醒的事项。"));
            return;
        }
        Grid<LadderPreview.Line> grid = new Grid<>();
        grid.addColumn(line -> Words.minute(line.at()))
                .setHeader("时间")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addComponentColumn(line -> Words.badge(line.step().level()))
                .setHeader("步骤")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.step().rule().label())
                .setHeader("规则")
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(line -> names(line.step()))
                .setHeader("通知")
                .setWidth("160px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.step().message()).setHeader("内容");
        grid.setItems(lines);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeName("no-border");
        grid.setHeight("420px");
        previewed.add(grid);
        previewed.scrollIntoView();
    }

    private static String names(PlannedStep step) {
        return step.names();
    }
}
