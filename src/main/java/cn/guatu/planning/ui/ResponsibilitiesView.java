package cn.guatu.planning.ui;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.planning.Responsibility;
import cn.guatu.planning.ResponsibilityService;
import cn.guatu.planning.paint.DutyList;
import cn.guatu.planning.paint.DutyPainter;
import cn.guatu.platform.document.PaperFrame;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Here;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PaperMenu;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 责任清单: who answers for what, by department, leader or person; on paper, as a sheet, and handed over in one go. */
@Route("responsibilities")
@PageTitle("责任清单")
@PermitAll
@Menu(title = "责任清单", order = 22, icon = "vaadin:clipboard-user")
@CssImport("./breakdown/responsibilities.css")
class ResponsibilitiesView extends PageFrame implements AfterNavigationObserver {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final transient ResponsibilityService service;
    private final transient PlanYearService years;
    private final transient OrgService org;
    private final transient CurrentUser user;
    private final transient BusinessClock clock;
    private final SidePanel panel = new SidePanel(this::closePanel);
    private int year;
    private ListBy by = ListBy.DEPARTMENT;
    private @Nullable String who;

    ResponsibilitiesView(
            ResponsibilityService service,
            PlanYearService years,
            OrgService org,
            CurrentUser user,
            BusinessClock clock) {
        super("责任清单");
        this.service = service;
        this.years = years;
        this.org = org;
        this.user = user;
        this.clock = clock;
        add(panel);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        List<Integer> all = years.years().stream().map(PlanYear::year).toList();
        if (all.isEmpty()) {
            body(new EmptyState("还没有年度计划。", new Anchor("", "回到首页")));
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        int thisYear = clock.today().getYear();
        year = query.getSingleParameter("year")
                .filter(each -> each.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(all::contains)
                .orElse(all.contains(thisYear) ? thisYear : all.getFirst());
        by = query.getSingleParameter("by").flatMap(ListBy::ofWord).orElse(ListBy.DEPARTMENT);
        who = query.getSingleParameter("who").orElse(null);
        show(all);
    }

    private void show(List<Integer> all) {
        List<Responsibility> lines = service.lines(year);
        List<String> names = by.names(lines);
        if (who != null && !names.contains(who)) {
            who = null;
        }
        List<Responsibility> shown = who == null ? lines : by.of(lines, who);
        String title = year + " 年责任清单" + (who == null ? "" : " · " + who);
        long nodes = shown.stream().mapToLong(each -> each.nodes().size()).sum();
        scope(year + " 年 · 项目 " + shown.size() + " 个 · 节点 " + nodes + " 个");
        filters(filterBar(names));
        actions(verbs(all, title, shown));
        body(
                shown.isEmpty()
                        ? new EmptyState("没有符合条件的责任事项。", new Anchor("breakdown/" + year, "去分解台"))
                        : new ResponsibilityTable(title, year, shown));
    }

    private Component[] filterBar(List<String> names) {
        List<Component> bar = new ArrayList<>();
        for (ListBy each : ListBy.values()) {
            bar.add(new Chip(each.label(), each == by, () -> go(each, null)));
        }
        ComboBox<String> choice = new ComboBox<>();
        choice.setPlaceholder("全部");
        choice.setAriaLabel(by.label());
        choice.setItems(names);
        choice.setClearButtonVisible(true);
        choice.setValue(who);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(by, change.getValue());
            }
        });
        bar.add(choice);
        return bar.toArray(Component[]::new);
    }

    private Component[] verbs(List<Integer> all, String title, List<Responsibility> shown) {
        Select<Integer> choice = new Select<>();
        choice.setAriaLabel("年度");
        choice.setItems(all);
        choice.setItemLabelGenerator(each -> each + " 年");
        choice.setValue(year);
        choice.addValueChangeListener(change -> {
            year = change.getValue();
            go(by, null);
        });
        Anchor sheet = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    event.getResponse().setHeader("Cache-Control", "no-store");
                    return new DownloadResponse(ResponsibilitySheet.of(title, shown), title + ".xlsx", XLSX, -1);
                }),
                "导出");
        sheet.getElement().setAttribute("download", true);
        sheet.addClassName("guatu-export");
        List<Component> verbs = new ArrayList<>(List.of(choice, paper(title, shown), sheet));
        if (user.has(Permission.PLAN)) {
            verbs.add(new Button(
                    "移交", click -> panel.open("责任移交", new HandOverPanel(year, service, org, clock, this::done))));
            verbs.add(new Button("代理", click -> panel.open("缺席代理", new DeputyPanel(service, org, clock))));
        }
        return verbs.toArray(Component[]::new);
    }

    private PaperMenu paper(String title, List<Responsibility> shown) {
        LocalDate day = PlanYear.usualDay(year, clock.today());
        String here = Here.address("responsibilities", query(by, who));
        List<DutyList.Group> groups = (who == null ? by.names(shown) : List.of(who))
                .stream()
                        .map(name -> new DutyList.Group(name, by.of(shown, name)))
                        .toList();
        PaperFrame frame = new PaperFrame(title, by.label(), day, null, clock.now(), here, BusinessClock.ZONE);
        return new PaperMenu(
                        paper -> new DutyPainter(new DutyList(year, groups, service.lights(year, day)), paper, frame),
                        day)
                .withBrowserPrint();
    }

    private void go(ListBy wanted, @Nullable String name) {
        UI.getCurrent().navigate("responsibilities", query(wanted, name));
    }

    private QueryParameters query(ListBy wanted, @Nullable String name) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("year", String.valueOf(year));
        query.put("by", wanted.name().toLowerCase(Locale.ROOT));
        if (name != null) {
            query.put("who", name);
        }
        return QueryParameters.simple(query);
    }

    private void done(String sentence) {
        Notices.success(sentence);
        panel.shut();
        go(by, Objects.requireNonNullElse(who, "").isEmpty() ? null : who);
        show(years.years().stream().map(PlanYear::year).toList());
    }

    private void closePanel() {
        panel.shut();
    }
}
