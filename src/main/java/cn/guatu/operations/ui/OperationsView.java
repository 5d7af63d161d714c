package cn.guatu.operations.ui;

import cn.guatu.operations.OperationsService;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.schedule.JobReport;
import cn.guatu.platform.schedule.JobRun;
import cn.guatu.platform.schedule.JobState;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.security.Roles;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 运维: the periodic work, when it ran and runs next, what it did, and what failed; run, halted and resumed from here. */
@Route("operations")
@PageTitle("运维 · 挂图作战")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
@Menu(title = "运维", order = 80, icon = "vaadin:cogs")
class OperationsView extends PageFrame implements AfterNavigationObserver {

    private static final int SHOWN = 20;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(BusinessClock.ZONE);

    private final transient OperationsService operations;
    private final transient CurrentUser user;
    private final transient BusinessClock clock;
    private final SidePanel panel = new SidePanel(() -> shut());

    OperationsView(OperationsService operations, CurrentUser user, BusinessClock clock) {
        super("运维");
        this.operations = operations;
        this.user = user;
        this.clock = clock;
        add(panel);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    private void shut() {
        panel.shut();
    }

    private void refresh() {
        scope("业务时间 " + MINUTE.format(clock.now()));
        List<Component> parts = new ArrayList<>();
        if (operations.isDemonstration()) {
            parts.add(new DemoClockCard(operations, clock, user.has(Permission.ADMINISTER), this::refresh));
        }
        @Nullable String refusal = operations.refusal();
        if (refusal != null) {
            Div warning = new Div(refusal);
            warning.addClassNames("guatu-card", "guatu-problem");
            warning.getElement().setAttribute("role", "alert");
            parts.add(warning);
        }
        List<JobState> jobs = operations.jobs();
        parts.add(jobs.isEmpty() ? new EmptyState("没有定时任务。") : table(jobs));
        actions(new Button("刷新", click -> refresh()));
        body(parts.toArray(Component[]::new));
    }

    private Component table(List<JobState> jobs) {
        Grid<JobState> grid = new Grid<>();
        grid.addColumn(job -> job.work().title())
                .setHeader("任务")
                .setFrozen(true)
                .setWidth("250px");
        grid.addColumn(job -> job.paused() ? "已暂停(" + job.pausedBy() + ")" : "正常")
                .setHeader("状态")
                .setWidth("120px");
        grid.addColumn(job -> time(job.next())).setHeader("下次响铃").setWidth("120px");
        grid.addColumn(job -> job.last() == null ? "—" : job.last().period())
                .setHeader("最近周期")
                .setWidth("110px");
        grid.addColumn(job -> job.last() == null ? "—" : time(job.last().startedAt()))
                .setHeader("最近运行")
                .setWidth("120px");
        grid.addColumn(job -> job.last() == null ? "—" : did(job.last()))
                .setHeader("做了什么")
                .setWidth("230px");
        grid.addComponentColumn(this::verbs).setHeader("操作").setWidth("250px").setFlexGrow(0);
        grid.setItems(jobs);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeName("no-border");
        grid.getElement().setAttribute("aria-label", "定时任务");
        return grid;
    }

    private static String did(JobRun run) {
        return switch (run.state()) {
            case RUNNING -> "正在运行(" + run.holder() + ")";
            case FAILED -> "失败 " + run.failures() + " 次，编号 " + run.reference() + "：" + run.message();
            case DONE -> "新办 " + run.created() + "，已办 " + run.skipped() + "，本周期共 " + run.createdInAll();
        };
    }

    private Component verbs(JobState job) {
        Button run = small("立即运行", () -> confirmRun(job));
        Button history = small("历次运行", () -> history(job));
        Div verbs = new Div(run, history);
        if (user.has(Permission.ADMINISTER)) {
            verbs.add(small(
                    job.paused() ? "恢复" : "暂停",
                    () -> attempt(() -> {
                        if (job.paused()) {
                            operations.resume(job.work().name());
                        } else {
                            operations.pause(job.work().name());
                        }
                        return job.work().title() + (job.paused() ? "已恢复，错过的周期会自动补做。" : "已暂停。");
                    })));
        }
        verbs.addClassName("guatu-buttons");
        return verbs;
    }

    private static Button small(String word, Runnable work) {
        Button button = new Button(word, click -> work.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private void confirmRun(JobState job) {
        DatePicker day = new DatePicker("业务日期");
        day.setI18n(ChineseTexts.datePicker());
        day.setValue(clock.today());
        day.setWidthFull();
        Paragraph help = new Paragraph("按该日期所在周期补办或重跑。已经办过的不会重复。");
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("运行" + job.work().title());
        dialog.setText(new Div(help, day));
        dialog.setWidth("440px");
        dialog.setConfirmText("运行");
        dialog.setCancelText("取消");
        dialog.setCancelable(true);
        dialog.addConfirmListener(confirmed -> attempt(() -> {
            if (day.getValue() == null) {
                throw Refusal.invalid("请选择业务日期。");
            }
            JobReport report = operations.run(job.work().name(), day.getValue());
            return "%s：新办 %d 项，已办 %d 项。".formatted(report.period(), report.created(), report.skipped());
        }));
        dialog.open();
    }

    private void history(JobState job) {
        Grid<JobRun> grid = new Grid<>();
        grid.addColumn(JobRun::period).setHeader("周期").setWidth("100px").setFlexGrow(0);
        grid.addColumn(run -> time(run.startedAt()))
                .setHeader("开始")
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addColumn(OperationsView::did).setHeader("做了什么");
        grid.addColumn(JobRun::actor).setHeader("由谁").setWidth("130px").setFlexGrow(0);
        grid.setItems(operations.runs(job.work().name(), SHOWN));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeName("no-border");
        panel.open(job.work().title() + " · 历次运行", grid);
    }

    private interface Doing {
        String done();
    }

    private void attempt(Doing doing) {
        try {
            Notices.success(doing.done());
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
        refresh();
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "—" : MINUTE.format(at);
    }
}
