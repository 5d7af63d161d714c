package cn.guatu.progress.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.progress.Claim;
import cn.guatu.progress.Counted;
import cn.guatu.progress.ReportReview;
import cn.guatu.progress.WeekItem;
import cn.guatu.progress.WeeklyReport;
import cn.guatu.security.Roles;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 周报审核: what waits for the head of the lead department; one at a time in the panel, or many at once after a look at what is posted. */
@Route("review")
@PageTitle("周报审核")
@Menu(title = "周报审核", order = 2, icon = "vaadin:check-square-o")
@RolesAllowed({Roles.DEPARTMENT_HEAD, Roles.SUPERVISOR})
@CssImport("./desk/week.css")
class ReviewView extends Div implements BeforeEnterObserver {

    private final Week week;
    private final PageFrame frame = new PageFrame("周报审核");
    private final SidePanel panel = new SidePanel(() -> address(null));
    private final Grid<WeekItem> grid = new Grid<>();
    private final Button approveMany = new Button("通过所选", click -> confirm());
    private final Map<String, String> names;
    private List<WeekItem> queue = List.of();

    ReviewView(Week week) {
        this.week = week;
        names = week.names();
        setSizeFull();
        approveMany.addThemeVariants(ButtonVariant.PRIMARY);
        columns();
        frame.actions(approveMany);
        add(frame, panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reload();
        Optional<WeekItem> wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("item")
                .flatMap(key -> queue.stream()
                        .filter(item -> Words.key(item.key()).equals(key))
                        .findFirst());
        wanted.ifPresentOrElse(
                item -> panel.open(item.title(), new ReviewPanel(week, item, names, () -> next(item))), panel::shut);
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addComponentColumn(item -> {
                    NativeButton open = new NativeButton(item.title(), click -> address(item));
                    open.addClassNames("guatu-open", "guatu-wrap");
                    return open;
                })
                .setHeader("事项")
                .setWidth("240px");
        grid.addColumn(item -> said(item)).setHeader("进展情况").setWidth("260px");
        grid.addColumn(item -> item.counted() == null || item.report() == null
                        ? Figures.NONE
                        : Words.amount(
                                item.report().claim().cumulative(),
                                item.report().claim().denominator(),
                                item.counted()))
                .setHeader("填报累计")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(item -> item.counted() == null ? Figures.NONE : Words.confirmed(item.counted()))
                .setHeader("已确认")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(ReviewView::posted).setHeader("通过后计入").setWidth("150px").setFlexGrow(0);
        grid.addColumn(item -> item.files() == 0 ? "" : item.files() + " 个")
                .setHeader("证明")
                .setWidth("70px")
                .setFlexGrow(0);
        grid.addColumn(item -> {
                    WeeklyReport report = item.report();
                    return report == null
                            ? ""
                            : names.getOrDefault(report.submittedBy(), report.submittedBy()) + " "
                                    + Words.dayAndTime(report.submittedAt());
                })
                .setHeader("提交")
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addSelectionListener(change -> count());
    }

    /** What approving the report would post, with its sign. */
    static String posted(WeekItem item) {
        Counted counted = item.counted();
        String row = counted == null
                ? ""
                : ReportReview.proposal(item)
                        .map(each -> (each.quantity().signum() > 0 ? "+" : "")
                                + Words.amount(each.quantity(), each.denominator(), counted))
                        .orElse("");
        boolean completes =
                item.report() != null && item.report().claim().completedOn() != null && item.actual() == null;
        return row + (completes ? (row.isEmpty() ? "节点完成" : "，节点完成") : "");
    }

    private static String said(WeekItem item) {
        WeeklyReport report = item.report();
        if (report == null) {
            return "";
        }
        Claim claim = report.claim();
        return claim.noChange() ? "无变化" : claim.progress() == null ? "" : claim.progress();
    }

    private void reload() {
        queue = week.review().queue();
        grid.setItems(queue);
        frame.scope("待审核 " + queue.size() + " 项");
        if (queue.isEmpty()) {
            frame.body(new EmptyState("没有待审核的周报。", new Anchor("", "回首页")));
        } else {
            frame.body(grid);
        }
        count();
    }

    private void count() {
        int chosen = grid.getSelectedItems().size();
        approveMany.setText(chosen == 0 ? "通过所选" : "通过所选 " + chosen + " 项");
        approveMany.setEnabled(chosen > 0);
    }

    private void confirm() {
        List<WeekItem> chosen =
                queue.stream().filter(grid.getSelectedItems()::contains).toList();
        new ApproveMany(chosen, () -> approve(chosen)).open();
    }

    private void approve(List<WeekItem> chosen) {
        try {
            List<ReportReview.Outcome> outcomes = week.review().approveAll(chosen);
            List<String> problems = new ArrayList<>();
            for (ReportReview.Outcome each : outcomes) {
                if (each.problem() != null) {
                    problems.add(each.item().title() + "：" + each.problem());
                }
            }
            Notices.success("已通过 " + (outcomes.size() - problems.size()) + " 项。");
            if (!problems.isEmpty()) {
                Notices.error(problems.size() + " 项没有通过。" + String.join(" ", problems));
            }
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
        reload();
    }

    private void next(WeekItem done) {
        int from = queue.indexOf(done);
        address(from + 1 < queue.size() ? queue.get(from + 1) : null);
    }

    private void address(@org.jspecify.annotations.Nullable WeekItem item) {
        getUI().ifPresent(ui -> ui.navigate(
                "review", item == null ? QueryParameters.empty() : QueryParameters.of("item", Words.key(item.key()))));
    }
}
