package cn.guatu.planning.ui;

import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.planning.YearTurn;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;

/** 年度: the plan years and their states; who may plan creates them and moves them on. */
@Route("years")
@PageTitle("年度")
@PermitAll
@Menu(title = "年度", order = 28, icon = "vaadin:calendar")
class YearsView extends PageFrame implements AfterNavigationObserver {

    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    private final transient PlanYearService years;
    private final transient YearTurn turn;
    private final SidePanel panel = new SidePanel(this::closePanel);
    private final transient CurrentUser user;
    private final transient BusinessClock clock;

    YearsView(PlanYearService years, YearTurn turn, CurrentUser user, BusinessClock clock) {
        super("年度");
        this.years = years;
        this.turn = turn;
        add(panel);
        this.user = user;
        this.clock = clock;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        boolean mayPlan = user.has(Permission.PLAN);
        List<PlanYear> all = years.years().stream()
                .sorted(Comparator.comparingInt(PlanYear::year).reversed())
                .toList();
        scope("编制 → 执行 → 归档");
        if (mayPlan) {
            actions(creation(all));
        }
        body(
                all.isEmpty()
                        ? new EmptyState(mayPlan ? "还没有年度。导入年度计划时会自动建立,也可以先在右上角新建。" : "还没有年度。")
                        : table(all, mayPlan));
    }

    private Component[] creation(List<PlanYear> all) {
        IntegerField year = new IntegerField();
        year.setAriaLabel("年份");
        year.setMin(FIRST);
        year.setMax(LAST);
        year.setStepButtonsVisible(true);
        year.setWidth("130px");
        year.setValue(all.isEmpty() ? clock.today().getYear() : all.getFirst().year() + 1);
        Button create = new Button("新建年度", click -> {
            Integer wanted = year.getValue();
            if (wanted == null || wanted < FIRST || wanted > LAST) {
                Notices.error("年份应在 " + FIRST + " 到 " + LAST + " 之间。");
                return;
            }
            carryOut(
                    wanted,
                    () -> years.create(wanted, PlanYearState.DRAFT, recording(wanted)),
                    wanted + " 年度已建立,状态为编制。");
        });
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return new Component[] {year, create};
    }

    private Component table(List<PlanYear> all, boolean mayPlan) {
        Grid<PlanYear> grid = new Grid<>();
        grid.addComponentColumn(each -> new Anchor("plan?year=" + each.year(), each.year() + " 年"))
                .setHeader("年度");
        grid.addComponentColumn(
                        each -> mayPlan ? state(each) : new Span(each.state().label()))
                .setHeader("状态");
        grid.addComponentColumn(each -> new Anchor("breakdown/" + each.year(), "分解台"))
                .setHeader("编制");
        if (mayPlan) {
            grid.addComponentColumn(this::verbs).setHeader("结转");
        }
        grid.setItems(all);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("short");
        return new Div(grid);
    }

    private Component verbs(PlanYear planYear) {
        Button carry = new Button(
                "结转到 " + (planYear.year() + 1) + " 年",
                click -> panel.open(
                        planYear.year() + " 年结转到 " + (planYear.year() + 1) + " 年",
                        new CarryOverPanel(planYear.year(), turn, () -> {
                            closePanel();
                            show();
                        })));
        carry.addThemeVariants(ButtonVariant.SMALL);
        return carry;
    }

    private void closePanel() {
        panel.shut();
    }

    private Component state(PlanYear planYear) {
        Select<PlanYearState> state = new Select<>();
        state.setAriaLabel(planYear.year() + " 年的状态");
        state.setItems(PlanYearState.values());
        state.setItemLabelGenerator(PlanYearState::label);
        state.setValue(planYear.state());
        state.addValueChangeListener(change -> {
            PlanYearState wanted = change.getValue();
            if (wanted != null && wanted != planYear.state()) {
                change(planYear, wanted);
            }
        });
        return state;
    }

    /** Archiving closes the year for everybody, so it is asked about first. */
    private void change(PlanYear planYear, PlanYearState wanted) {
        Runnable act = () -> carryOut(
                planYear.year(),
                () -> years.setState(planYear.year(), wanted, recording(planYear.year())),
                planYear.year() + " 年度的状态改为" + wanted.label() + "。");
        if (wanted != PlanYearState.ARCHIVED) {
            act.run();
            return;
        }
        int open = turn.preview(planYear.year()).count();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("归档 " + planYear.year() + " 年度");
        dialog.setText("归档后这个年度只能查看，任何人都不能再修改。" + (open == 0 ? "没有尚未结转的节点。" : "还有 " + open + " 个未完成的节点没有结转，建议先结转。"));
        dialog.setConfirmText("归档");
        dialog.setCancelText("取消");
        dialog.setCancelable(true);
        dialog.addConfirmListener(confirm -> act.run());
        dialog.addCancelListener(cancel -> show());
        dialog.open();
    }

    private void carryOut(int year, Runnable change, String done) {
        try {
            change.run();
            Notices.success(done);
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
        show();
    }

    private Recording recording(int year) {
        return new Recording(clock.now(), user.account(), year, null);
    }
}
