package cn.guatu.battlechart.ui;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.battlechart.BattleChartService;
import cn.guatu.battlechart.ChartFilter;
import cn.guatu.battlechart.paint.ChartPainter;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.platform.chart.Timeline;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Here;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.platform.ui.PaperMenu;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.rollup.AsOf;
import cn.guatu.security.CurrentUser;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 作战图: the year on one picture. What is shown is in the address; a click opens what stands behind a row. */
@Route("chart")
@PageTitle("作战图")
@PermitAll
@Menu(title = "作战图", order = 52, icon = "vaadin:grid-bevel")
class ChartView extends PageFrame implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient BattleChartService charts;
    private final transient PlanYearService years;
    private final transient CurrentUser user;
    private final transient BusinessClock clock;
    private final transient WorkCalendars calendars;
    private final transient ChartFilters filters;
    private final SidePanel panel = new SidePanel(this::shut);
    private final TextField search = ChartFilters.search();
    private ChartAddress address = ChartAddress.usual();

    ChartView(
            BattleChartService charts,
            PlanYearService years,
            CurrentUser user,
            BusinessClock clock,
            WorkCalendars calendars,
            ChartFilters filters) {
        super("作战图");
        this.charts = charts;
        this.years = years;
        this.user = user;
        this.clock = clock;
        this.calendars = calendars;
        this.filters = filters;
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                address.with(PageState.TEXT, change.getValue()).state().go();
            }
        });
        add(panel);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address = new ChartAddress(PageState.of(event.getLocation()));
        search.setValue(address.state().text());
        show(address);
    }

    private void show(ChartAddress asked) {
        List<Integer> known = years.years().stream()
                .map(PlanYear::year)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (known.isEmpty()) {
            body(new EmptyState("系统里还没有年度计划。导入一张表后,这里就是全年的作战图。"));
            return;
        }
        int year = asked.state()
                .number(PageState.YEAR)
                .filter(known::contains)
                .or(() -> PlanYear.usual(known, clock.today()))
                .orElseThrow();
        AsOf asOf = new AsOf(
                asked.state().date(PageState.AS_OF).orElseGet(() -> PlanYear.usualDay(year, clock.today())),
                asked.state().instant(PageState.KNOWN_AT).orElse(null));
        try {
            BattleChart chart = read(asked, year, asOf);
            scope(chart.scope() + " · 数据截至 " + Figures.day(chart.cutOff(), year)
                    + (asOf.knownAt() == null ? "" : "(按当时所知)"));
            filters(filters.of(asked, known, year, chart, user.scope(), search));
            String here = Here.address(
                    "chart",
                    asked.state().with(PageState.YEAR, String.valueOf(year)).query());
            actions(new PaperMenu(
                    paper -> new ChartPainter(read(asked, year, asOf), paper, here, BusinessClock.ZONE),
                    chart.cutOff()));
            body(chart.rowCount() == 0 ? nothing(asked, year) : timeline(chart));
        } catch (RuntimeException failure) {
            filters();
            body(new EmptyState(FailureReport.of(failure).sentence(), new Anchor("chart", "看全部")));
        }
    }

    private BattleChart read(ChartAddress address, int year, AsOf asOf) {
        return charts.chart(year, address.by(), address.filter(), asOf, user.scope());
    }

    private Timeline timeline(BattleChart chart) {
        Timeline timeline = new Timeline(chart.title() + " " + chart.scope());
        timeline.setHeightFull();
        timeline.onOpen(opened -> open(chart, opened.row(), opened.node().orElse(null)));
        timeline.show(ChartTimeline.of(chart, calendars.current()));
        return timeline;
    }

    private void open(BattleChart chart, String id, @Nullable String node) {
        BattleChart.Row row = ChartTimeline.row(chart, id);
        BattleChart.Mark chosen = row.marks().stream()
                .filter(mark -> (id + "-" + mark.id()).equals(node))
                .findFirst()
                .orElse(null);
        panel.open(row.name(), RowPanel.of(chart, row, chosen));
    }

    private void shut() {
        panel.shut();
    }

    private static EmptyState nothing(ChartAddress address, int year) {
        boolean filtered = !address.filter().equals(ChartFilter.NONE);
        return filtered
                ? new EmptyState("没有符合条件的项目。", new Anchor("chart?year=" + year, "看全部"))
                : new EmptyState(year + "年还没有项目。", new Anchor("import", "导入年度计划"));
    }
}
