package cn.guatu.assessment.ui;

import cn.guatu.assessment.AssessmentService;
import cn.guatu.assessment.MonthResult;
import cn.guatu.assessment.MonthService;
import cn.guatu.assessment.ObjectionService;
import cn.guatu.assessment.Scorecard;
import cn.guatu.assessment.SteppingInService;
import cn.guatu.assessment.Visibility;
import cn.guatu.org.MonthState;
import cn.guatu.org.OrgService;
import cn.guatu.org.PlanMonth;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 月度评分: ranks and scores of a month, each opening to the items that won or lost its points; objections; bridge; snapshot. */
@Route("assessment/:year?([0-9]{4})/:month?([0-9]{1,2})")
@PageTitle("月度评分")
@PermitAll
@Menu(title = "月度评分", order = 41, icon = "vaadin:medal")
@CssImport("./desk/assessment.css")
class ScoresView extends PageFrame implements AfterNavigationObserver {

    private static final Map<String, String> TABS =
            Map.of("scores", "评分排名", "objections", "异议", "helped", "补位", "bridge", "发布值与最新值", "snapshot", "快照与时光机");
    private static final List<String> TAB_ORDER = List.of("scores", "objections", "helped", "bridge", "snapshot");

    private final transient AssessmentService assessment;
    private final transient ObjectionService objections;
    private final transient SteppingInService steppingIn;
    private final transient OrgService org;
    private final transient MonthService months;
    private final transient PlanYearService years;
    private final transient CurrentUser user;
    private final transient BusinessClock clock;
    private final SidePanel panel = new SidePanel(this::closePanel);

    ScoresView(
            AssessmentService assessment,
            ObjectionService objections,
            SteppingInService steppingIn,
            OrgService org,
            MonthService months,
            PlanYearService years,
            CurrentUser user,
            BusinessClock clock) {
        super("月度评分");
        this.assessment = assessment;
        this.objections = objections;
        this.steppingIn = steppingIn;
        this.org = org;
        this.months = months;
        this.years = years;
        this.user = user;
        this.clock = clock;
        add(panel);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        panel.shut();
        List<Integer> known = years.years().stream().map(PlanYear::year).toList();
        if (known.isEmpty()) {
            body(new EmptyState("系统里还没有年度计划，导入一张表后即可评分。"));
            return;
        }
        YearMonth at = asked(event.getRouteParameters(), known);
        String tab = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("tab")
                .filter(TABS::containsKey)
                .orElse("scores");
        String unit = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("unit")
                .orElse("");
        try {
            show(at, tab, unit, known);
        } catch (RuntimeException failure) {
            body(new EmptyState(FailureReport.of(failure).sentence()));
        }
    }

    /** The month asked for, else the last one that is over. */
    private YearMonth asked(RouteParameters parameters, List<Integer> known) {
        YearMonth last = YearMonth.from(clock.today()).minusMonths(1);
        int usual = known.contains(last.getYear()) ? last.getYear() : known.getFirst();
        int year = parameters.getInteger("year").filter(known::contains).orElse(usual);
        int month = parameters
                .getInteger("month")
                .filter(each -> each >= 1 && each <= 12)
                .orElse(year == last.getYear() ? last.getMonthValue() : 12);
        return YearMonth.of(year, month);
    }

    private void show(YearMonth at, String tab, String unit, List<Integer> known) {
        PlanMonth month = months.months(at.getYear()).get(at.getMonthValue() - 1);
        scope(month.title() + " · 数据截至 " + at.atEndOfMonth() + " · "
                + month.state().label()
                + (month.isPublished() ? "（" + Moments.text(month.publishedAt()) + " 发布）" : "（草案，随数据变化）"));
        actions(years(at, tab, known), monthsOf(at, tab), new Anchor("assessment/months?year=" + at.getYear(), "月度日程"));
        List<Component> tabs = new ArrayList<>();
        for (String each : TAB_ORDER) {
            tabs.add(new Chip(String.valueOf(TABS.get(each)), each.equals(tab), () -> go(at, each)));
        }
        filters(tabs.toArray(Component[]::new));
        switch (tab) {
            case "objections" ->
                body(new ObjectionsPanel(
                        objections,
                        at,
                        Visibility.of(assessment.result(at.getYear(), at.getMonthValue(), null), user.scope()),
                        user.has(Permission.OPERATE) && !month.isPublished(),
                        () -> go(at, tab)));
            case "helped" ->
                body(new SteppingInPanel(
                        steppingIn,
                        at,
                        org.units(),
                        user.has(Permission.OPERATE) && !month.isPublished(),
                        () -> go(at, tab)));
            case "bridge" ->
                body(
                        month.isPublished()
                                ? new Div(
                                        new BridgePanel(assessment.bridge(at.getYear(), at.getMonthValue()), panel),
                                        new LightChangesPanel(assessment.lightChanges(
                                                at.getYear(), at.getMonthValue(), user.scope())))
                                : notYet(month));
            case "snapshot" -> body(new SnapshotPanel(assessment, at));
            default -> body(scores(at, month, unit));
        }
    }

    private Component scores(YearMonth at, PlanMonth month, String unit) {
        MonthResult result = assessment.result(at.getYear(), at.getMonthValue(), null);
        List<Scorecard> cards = Visibility.of(result, user.scope());
        if (cards.isEmpty()) {
            return new EmptyState("本月还没有您可见的评分；草案只对本单位开放，发布后可看全部排名。");
        }
        cards.stream().filter(card -> card.unit().equals(unit)).findFirst().ifPresent(card -> open(card, month));
        Component[] tables = Stream.of(UnitKind.STREET, UnitKind.DEPARTMENT, UnitKind.TASK_FORCE)
                .map(kind ->
                        cards.stream().filter(card -> card.unitType() == kind).toList())
                .filter(own -> !own.isEmpty())
                .map(own -> new ScoreTable(own, card -> open(card, month)))
                .toArray(Component[]::new);
        Div all = new Div(tables);
        all.addClassName("guatu-score-tables");
        return all;
    }

    private void open(Scorecard card, PlanMonth month) {
        boolean mayObject = month.state() == MonthState.OBJECTION && objections.mayRaise(month, card.unitId());
        panel.open(
                card.unit() + " · " + Moments.score(card.score()) + " 分"
                        + (card.rank() == null ? "" : " · 第 " + card.rank() + " 名"),
                new CardPanel(card, month, mayObject ? objections : null, () -> go(month.calendar(), "objections")));
    }

    private static Component notYet(PlanMonth month) {
        return new EmptyState(month.title() + "尚未发布，没有发布值可以对照。");
    }

    private Select<Integer> years(YearMonth at, String tab, List<Integer> known) {
        Select<Integer> choice = new Select<>();
        choice.setAriaLabel("年度");
        choice.setItems(known);
        choice.setItemLabelGenerator(each -> each + " 年");
        choice.setValue(at.getYear());
        choice.addValueChangeListener(change -> go(YearMonth.of(change.getValue(), at.getMonthValue()), tab));
        return choice;
    }

    private Select<Integer> monthsOf(YearMonth at, String tab) {
        Select<Integer> choice = new Select<>();
        choice.setAriaLabel("月份");
        choice.setItems(IntStream.rangeClosed(1, 12).boxed().toList());
        choice.setItemLabelGenerator(each -> each + " 月");
        choice.setValue(at.getMonthValue());
        choice.addValueChangeListener(change -> go(YearMonth.of(at.getYear(), change.getValue()), tab));
        return choice;
    }

    private static void go(YearMonth at, String tab) {
        UI.getCurrent()
                .navigate(
                        "assessment/%d/%d".formatted(at.getYear(), at.getMonthValue()), QueryParameters.of("tab", tab));
    }

    private void closePanel() {
        panel.shut();
    }
}
