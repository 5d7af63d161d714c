package cn.guatu.assessment.ui;

import cn.guatu.assessment.MonthService;
import cn.guatu.assessment.SnapshotVerifier;
import cn.guatu.org.MonthState;
import cn.guatu.org.MonthStep;
import cn.guatu.org.PlanMonth;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 月度日程: where every month stands and what is locked; everybody may look, the supervision office moves it on. */
@Route("assessment/months")
@PageTitle("月度日程")
@PermitAll
@Menu(title = "月度日程", order = 40, icon = "vaadin:lock")
@CssImport("./desk/assessment.css")
class MonthsView extends PageFrame implements AfterNavigationObserver {

    private static final int REOPEN_DAYS = 2;
    private static final int OFFICE_CLOSES = 18;

    private final transient MonthService months;
    private final transient SnapshotVerifier verifier;
    private final transient PlanYearService years;
    private final transient CurrentUser user;
    private final transient BusinessClock clock;
    private final SidePanel panel = new SidePanel(this::closePanel);
    private int year;

    MonthsView(
            MonthService months,
            SnapshotVerifier verifier,
            PlanYearService years,
            CurrentUser user,
            BusinessClock clock) {
        super("月度日程");
        this.months = months;
        this.verifier = verifier;
        this.years = years;
        this.user = user;
        this.clock = clock;
        add(panel);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        List<Integer> known = years.years().stream().map(PlanYear::year).toList();
        if (known.isEmpty()) {
            body(new EmptyState("系统里还没有年度计划，导入一张表后即可按月截数、评分和发布。"));
            return;
        }
        year = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("year")
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(known::contains)
                .orElseGet(() -> usual(known));
        Select<Integer> choice = new Select<>();
        choice.setAriaLabel("年度");
        choice.setItems(known);
        choice.setItemLabelGenerator(each -> each + " 年");
        choice.setValue(year);
        choice.addValueChangeListener(change -> UI.getCurrent()
                .navigate("assessment/months", QueryParameters.of("year", String.valueOf(change.getValue()))));
        actions(choice, new Anchor("wall?replay", "全年回放"), new Button("核对快照", click -> verify()));
        show();
    }

    private int usual(List<Integer> known) {
        int now = clock.today().getYear();
        return known.stream().filter(each -> each <= now).findFirst().orElse(known.getFirst());
    }

    private void show() {
        scope("开放 → 截数 → 审核 → 异议 → 发布（锁定）");
        Grid<PlanMonth> grid = new Grid<>();
        grid.addComponentColumn(month ->
                        new Anchor("assessment/%d/%d".formatted(month.year(), month.month()), month.month() + " 月"))
                .setHeader("月份")
                .setWidth("84px")
                .setFlexGrow(0);
        grid.addComponentColumn(MonthsView::badge)
                .setHeader("状态")
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addColumn(month ->
                        Moments.text(month.enteredAt()) + (month.enteredBy() == null ? "" : " · " + month.enteredBy()))
                .setHeader("何时 · 何人")
                .setWidth("230px")
                .setFlexGrow(0);
        grid.addColumn(MonthsView::remark).setHeader("说明").setFlexGrow(1);
        grid.addComponentColumn(this::verbs).setHeader("操作").setWidth("260px").setFlexGrow(0);
        grid.setItems(months.months(year));
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        body(grid);
    }

    static Component badge(PlanMonth month) {
        Span badge = new Span(month.state().label());
        if (month.state() == MonthState.PUBLISHED) {
            badge.addComponentAsFirst(VaadinIcon.LOCK.create());
        }
        badge.addClassNames("guatu-month-state", month.state().name().toLowerCase(Locale.ROOT));
        return badge;
    }

    private static String remark(PlanMonth month) {
        return switch (month.state()) {
            case OPEN -> "照常填报";
            case CUT_OFF -> "整理缺报和未审事项";
            case REVIEW -> "评分草案审核中";
            case OBJECTION ->
                "异议期至 " + Moments.lastDay(month.objectionUntil())
                        + (month.approvedBy() == null ? "，待局领导审定" : "，" + month.approvedBy() + " 已审定");
            case PUBLISHED -> "已锁定：发布于 " + Moments.text(month.publishedAt()) + "，之后的登记列为补报或更正";
            case REOPENED -> {
                PlanMonth.Reopening open = month.reopening();
                yield open == null
                        ? ""
                        : "准许 " + open.person() + " 至 " + Moments.text(open.until()) + "：" + open.scope() + "（"
                                + open.reason() + "）";
            }
        };
    }

    private Component verbs(PlanMonth month) {
        List<Component> verbs = new ArrayList<>();
        MonthStep next = switch (month.state()) {
            case OPEN -> clock.today().isBefore(month.calendar().atEndOfMonth()) ? null : MonthStep.CUT_OFF;
            case CUT_OFF -> MonthStep.REVIEW;
            case REVIEW -> MonthStep.OBJECTION;
            case OBJECTION, REOPENED -> MonthStep.PUBLISH;
            case PUBLISHED -> null;
        };
        if (next != null && user.has(Permission.OPERATE)) {
            verbs.add(small(next.label(), () -> ask(month, next)));
        }
        if (month.state() == MonthState.OBJECTION && month.approvedAt() == null && user.has(Permission.APPROVE)) {
            verbs.add(small(
                    "审定",
                    () -> new StepDialog(
                                    month,
                                    MonthStep.APPROVE,
                                    List.of(),
                                    note -> carryOut(() -> months.approve(year, month.month(), note), "已审定。"))
                            .open()));
        }
        if (month.state() == MonthState.PUBLISHED && user.has(Permission.OPERATE)) {
            LocalDate until = clock.today().plusDays(REOPEN_DAYS);
            verbs.add(small(
                    "重新开启",
                    () -> new ReopenDialog(
                                    month,
                                    until.atTime(OFFICE_CLOSES, 0),
                                    asked -> carryOut(
                                            () -> months.reopen(year, month.month(), asked), month.title() + "已重新开启。"))
                            .open()));
        }
        if (month.enteredAt() != null) {
            verbs.add(small("经过", () -> journal(month)));
        }
        Div box = new Div(verbs.toArray(Component[]::new));
        box.addClassName("guatu-verbs");
        box.getElement().setAttribute("data-month", String.valueOf(month.month()));
        return box;
    }

    private void ask(PlanMonth month, MonthStep step) {
        new StepDialog(
                        month,
                        step,
                        months.checklist(year, month.month()),
                        reason -> carryOut(
                                () -> months.take(year, month.month(), step, reason, true),
                                month.title() + "：" + step.label() + "完成。"))
                .open();
    }

    private void journal(PlanMonth month) {
        panel.open(
                month.title() + "的经过",
                months.journal(year, month.month()).stream()
                        .map(step -> {
                            Div line = new Div(new Paragraph(
                                    Moments.text(step.at()) + "　" + step.step().label() + "　" + step.by()));
                            if (step.findings() != null) {
                                line.add(new Paragraph("清单：" + step.findings()));
                            }
                            if (step.note() != null) {
                                line.add(new Paragraph("理由：" + step.note()));
                            }
                            line.addClassName("guatu-journal");
                            return line;
                        })
                        .toArray(Component[]::new));
    }

    private void verify() {
        SnapshotVerifier.Report report = verifier.verify();
        if (report.findings().isEmpty()) {
            Notices.success("已核对 " + report.snapshots() + " 期快照，与发布时一致。");
        } else {
            panel.open(
                    "快照与发布时不一致",
                    report.findings().stream()
                            .map(each -> new Paragraph(each.text()))
                            .toArray(Component[]::new));
        }
    }

    private void carryOut(Runnable change, String done) {
        try {
            change.run();
            Notices.success(done);
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
        show();
    }

    private static Button small(String word, Runnable pressed) {
        Button button = new Button(word, click -> pressed.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void closePanel() {
        panel.shut();
    }
}
