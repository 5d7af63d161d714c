package cn.guatu.supervision.ui;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.Unit;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.supervision.NewOrder;
import cn.guatu.supervision.OrderDrafts;
import cn.guatu.supervision.OrderService;
import cn.guatu.supervision.OverviewService;
import cn.guatu.supervision.SupervisionService;
import cn.guatu.supervision.SupervisionWord.About;
import cn.guatu.supervision.SupervisionWord.Kind;
import cn.guatu.supervision.WeekOverview;
import cn.guatu.supervision.WordService;
import cn.guatu.target.TargetService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 督查: who reports, who is silent, what is late, what moved, what was sent, and what reporting costs; pushed from here. */
@Route("supervision")
@PageTitle("督查 · 挂图作战")
@PermitAll
@Menu(title = "督查", order = 30, icon = "vaadin:bullseye")
class SupervisionView extends PageFrame implements AfterNavigationObserver {

    private static final String PATH = "supervision";
    private static final String WEEK = "week";
    private static final String UNIT = "unit";
    private static final String VIEW = "view";

    private final transient OverviewService overviews;
    private final transient SupervisionTables tables;
    private final transient PlanYearService years;
    private final transient CurrentUser user;
    private final transient BusinessClock clock;
    private final transient WordService words;
    private final transient OrderService orders;
    private final transient OrderDrafts drafts;
    private final transient OrgService org;
    private final transient TargetService targets;
    private final SidePanel panel = new SidePanel(() -> closePanel());
    private PageState address = new PageState(PATH, Map.of());

    SupervisionView(
            OverviewService overviews,
            SupervisionService supervision,
            WordService words,
            OrderService orders,
            OrderDrafts drafts,
            OrgService org,
            TargetService targets,
            PlanYearService years,
            CurrentUser user,
            BusinessClock clock) {
        super("督查");
        this.overviews = overviews;
        this.tables = new SupervisionTables(supervision, words, user, new SupervisionTables.Say() {
            @Override
            public void about(Kind kind, About about, String subject) {
                say(kind, about, subject);
            }

            @Override
            public void order(About about) {
                issue(about);
            }
        });
        this.years = years;
        this.user = user;
        this.clock = clock;
        this.words = words;
        this.orders = orders;
        this.drafts = drafts;
        this.org = org;
        this.targets = targets;
        add(panel);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address = PageState.of(event.getLocation());
        refresh();
    }

    private void refresh() {
        ReportingWeek week = week();
        int year = week.lastDay().getYear();
        if (years.find(year).isEmpty()) {
            filters();
            body(new EmptyState(year + " 年还没有年度计划，没有可督查的事项。"));
            return;
        }
        try {
            show(year, overviews.week(year, week));
        } catch (RuntimeException failure) {
            body(new EmptyState(FailureReport.of(failure).sentence(), new Button("重试", click -> refresh())));
        }
    }

    private void show(int year, WeekOverview all) {
        String unit = address.get(UNIT);
        tables.narrow(unit, year);
        WeekOverview shown = unit == null ? all : SupervisionTables.only(all, unit);
        long asked = shown.items().size();
        long reported =
                shown.items().stream().filter(WeekOverview.Item::reported).count();
        scope(Words.week(all.week()) + " · 已报 " + reported + " / " + asked
                + (asked == 0 ? "" : "，填报率 " + reported * 100 / asked + "%"));
        SupervisionTab tab = SupervisionTab.of(address.get(VIEW));
        List<Component> bar = new ArrayList<>();
        for (SupervisionTab each : SupervisionTab.values()) {
            int count = tables.count(each, shown, year);
            bar.add(new Chip(
                    each.label() + (count < 0 ? "" : " " + count),
                    each == tab,
                    () -> address.with(VIEW, each.name()).go()));
        }
        bar.add(units(all, unit));
        filters(bar.toArray(Component[]::new));
        actions(verbs(all.week(), tables.sheet(tab, shown, year)));
        body(tables.table(tab, shown, year));
    }

    private Component units(WeekOverview all, @Nullable String unit) {
        Select<String> units = new Select<>();
        units.setAriaLabel("科室");
        units.setPlaceholder("全部科室");
        units.setEmptySelectionAllowed(true);
        units.setEmptySelectionCaption("全部科室");
        List<String> names = SupervisionTables.units(all);
        units.setItems(names);
        if (unit != null && names.contains(unit)) {
            units.setValue(unit);
        }
        units.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                address.with(UNIT, change.getValue()).go();
            }
        });
        return units;
    }

    private Component[] verbs(ReportingWeek week, Sheets.Table sheet) {
        List<Component> verbs = new ArrayList<>();
        Button before = new Button("上一周", click -> go(week.previous()));
        Button after = new Button("下一周", click -> go(week.next()));
        after.setEnabled(week.compareTo(ReportingWeek.containing(clock.today())) < 0);
        verbs.add(before);
        verbs.add(after);
        verbs.add(Sheets.export(sheet));
        if (SayPanel.may(user, Kind.INSTRUCTION)) {
            verbs.add(new Button("批示指标", click -> instruct()));
        }
        if (user.has(Permission.OPERATE)) {
            verbs.add(new Anchor("supervision/rules", "督办规则"));
        }
        return verbs.toArray(Component[]::new);
    }

    private void go(ReportingWeek week) {
        address.with(WEEK, week.toString()).go();
    }

    private ReportingWeek week() {
        try {
            return ReportingWeek.parse(address.get(WEEK, ""));
        } catch (IllegalArgumentException none) {
            return ReportingWeek.containing(clock.today());
        }
    }

    private void say(Kind kind, About about, String subject) {
        panel.open(
                kind.label(),
                new SayPanel(words, kind, week().lastDay().getYear(), about, subject, () -> {
                    closePanel();
                    refresh();
                }),
                new Div());
    }

    private void instruct() {
        int year = week().lastDay().getYear();
        panel.open("批示指标", new TargetWord(words, year, targets.targets(year), () -> {
            closePanel();
            address.with(VIEW, SupervisionTab.WORDS.name()).go();
        }));
    }

    private void issue(About about) {
        NewOrder draft = drafts.of(Objects.requireNonNull(about.phase()), about.node(), "");
        String department = org.unit(draft.department()).map(Unit::name).orElse("");
        panel.open(
                "签发督办单",
                new IssueForm(
                        orders,
                        draft,
                        department,
                        order -> UI.getCurrent()
                                .navigate("supervision/orders/" + order.id().value())));
    }

    private void closePanel() {
        panel.shut();
    }
}
