package cn.guatu.supervision.ui;

import cn.guatu.notification.NoticeService;
import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.CurrentUser;
import cn.guatu.supervision.OrderId;
import cn.guatu.supervision.OrderService;
import cn.guatu.supervision.SupervisionOrder;
import cn.guatu.supervision.WordService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** 督办单: what is open, what is overdue, and each of them in a panel with an address of its own. */
@Route("supervision/orders")
@RouteAlias("supervision/orders/:id")
@PageTitle("督办单 · 挂图作战")
@PermitAll
@Menu(title = "督办单", order = 31, icon = "vaadin:clipboard-text")
class OrdersView extends PageFrame implements AfterNavigationObserver {

    private static final String PATH = "supervision/orders";
    private static final String SHOW = "show";

    private final transient OrderService orders;
    private final transient WordService words;
    private final transient OrgService org;
    private final transient NoticeService notices;
    private final transient PlanYearService years;
    private final transient CurrentUser user;
    private final transient BusinessClock clock;
    private final SidePanel panel = new SidePanel(this::shut);
    private PageState address = new PageState(PATH, Map.of());

    OrdersView(
            OrderService orders,
            WordService words,
            OrgService org,
            NoticeService notices,
            PlanYearService years,
            CurrentUser user,
            BusinessClock clock) {
        super("督办单");
        this.orders = orders;
        this.words = words;
        this.org = org;
        this.notices = notices;
        this.years = years;
        this.user = user;
        this.clock = clock;
        add(panel);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address = PageState.of(event.getLocation()).at(PATH);
        refresh();
        RouteParameters parameters = event.getRouteParameters();
        parameters.get("id").ifPresentOrElse(this::open, panel::shut);
    }

    private void refresh() {
        int year = years.years().stream()
                .map(PlanYear::year)
                .filter(each -> each <= clock.today().getYear())
                .findFirst()
                .orElse(clock.today().getYear());
        List<SupervisionOrder> all = orders.orders(year);
        LocalDate today = clock.today();
        List<SupervisionOrder> open =
                all.stream().filter(order -> order.state().isOpen()).toList();
        List<SupervisionOrder> overdue =
                all.stream().filter(order -> order.isOverdue(today)).toList();
        scope(year + " 年 · 未销号 " + open.size() + " 张，逾期 " + overdue.size() + " 张");
        String show = address.get(SHOW, "open");
        filters(
                chip("未销号", "open", show, open.size()),
                chip("逾期", "overdue", show, overdue.size()),
                chip("全部", "all", show, all.size()));
        List<SupervisionOrder> shown = switch (show) {
            case "overdue" -> overdue;
            case "all" -> all;
            default -> open;
        };
        actions(Sheets.export(sheet(shown, today)));
        body(shown.isEmpty() ? new EmptyState("没有符合条件的督办单。", new Anchor("supervision", "看本周督查")) : table(shown, today));
    }

    private Component chip(String word, String value, String show, int count) {
        return new Chip(
                word + " " + count,
                value.equals(show),
                () -> address.with(SHOW, value).go());
    }

    private Grid<SupervisionOrder> table(List<SupervisionOrder> shown, LocalDate today) {
        Map<UnitId, String> units = units();
        Grid<SupervisionOrder> grid = new Grid<>();
        grid.addComponentColumn(order -> new Anchor(PATH + "/" + order.id().value(), order.title()))
                .setHeader("文号")
                .setFrozen(true)
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(SupervisionOrder::subject).setHeader("事项").setWidth("320px");
        grid.addColumn(order -> units.get(order.department())).setHeader("承办科室").setWidth("140px");
        grid.addColumn(order -> order.state().label())
                .setHeader("状态")
                .setSortable(true)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addComponentColumn(order -> deadline(order, today))
                .setHeader("期限")
                .setComparator(SupervisionOrder::deadline)
                .setWidth("170px")
                .setFlexGrow(0);
        grid.addColumn(order -> Words.minute(order.issuedAt()))
                .setHeader("签发")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(order -> order.leader() == null ? Figures.NONE : order.leader())
                .setHeader("责任领导")
                .setTextAlign(ColumnTextAlign.START)
                .setWidth("110px")
                .setFlexGrow(0);
        grid.setItems(shown);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeName("no-border");
        grid.getElement().setAttribute("aria-label", "督办单");
        return grid;
    }

    private static Component deadline(SupervisionOrder order, LocalDate today) {
        Span day = new Span(Figures.day(order.deadline(), today.getYear()));
        if (order.isOverdue(today)) {
            day.setText(day.getText() + " 逾期");
            day.addClassName("guatu-problem");
        }
        return day;
    }

    private Sheets.Table sheet(List<SupervisionOrder> shown, LocalDate today) {
        Map<UnitId, String> units = units();
        List<List<Object>> rows = new ArrayList<>();
        shown.forEach(order -> rows.add(List.of(
                order.title(),
                order.subject(),
                Objects.requireNonNullElse(units.get(order.department()), ""),
                order.state().label(),
                order.deadline().toString(),
                order.isOverdue(today) ? "逾期" : "",
                order.reason())));
        return new Sheets.Table("督办单" + today, List.of("文号", "事项", "承办科室", "状态", "期限", "是否逾期", "事由"), rows);
    }

    private Map<UnitId, String> units() {
        return org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
    }

    /** The name of an account's person; others, such as the system, are called what they are. */
    private UnaryOperator<String> names() {
        Map<String, String> names = org.people().stream()
                .filter(person -> person.account() != null)
                .collect(Collectors.toMap(Person::account, Person::name, (one, other) -> one));
        return account -> names.getOrDefault(account, account);
    }

    private void open(String id) {
        try {
            SupervisionOrder order = orders.order(new OrderId(Long.parseLong(id)));
            notices.readAbout(PATH + "/" + id);
            panel.open(
                    order.title(),
                    new OrderPanel(
                            orders,
                            words,
                            user,
                            order,
                            Objects.requireNonNullElse(units().get(order.department()), ""),
                            names(),
                            () -> {
                                refresh();
                                open(id);
                            }));
        } catch (NumberFormatException noNumber) {
            panel.open("督办单", new EmptyState("没有这张督办单。"));
        } catch (RuntimeException failure) {
            panel.open("督办单", new EmptyState(FailureReport.of(failure).sentence()));
        }
    }

    private void shut() {
        address.go();
    }
}
