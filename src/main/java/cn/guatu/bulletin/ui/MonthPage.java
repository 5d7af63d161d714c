package cn.guatu.bulletin.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.PageFrame;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouteParameters;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page of one month of one plan year; both are in its address, and a change of either is a change of the address. */
abstract class MonthPage extends PageFrame implements AfterNavigationObserver {

    private final transient Office office;
    private final Select<Integer> yearChoice = new Select<>();
    private final Select<Integer> monthChoice = new Select<>();
    private int year;
    private int month;
    private RouteParameters segments = RouteParameters.empty();
    private Map<String, String> query = Map.of();

    MonthPage(String title, Office office) {
        super(title);
        this.office = office;
        yearChoice.setAriaLabel("年度");
        yearChoice.setItemLabelGenerator(each -> each + " 年");
        yearChoice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                int chosen = change.getValue();
                go(chosen, office.analysis().usualMonth(chosen), query);
            }
        });
        monthChoice.setAriaLabel("月份");
        monthChoice.setItemLabelGenerator(each -> each + " 月");
        monthChoice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go(year, change.getValue(), query);
            }
        });
    }

    /** Fills scope, filters and body; a refusal is shown in place of the body. */
    abstract void show();

    /** The address of this page for a month, without the query. */
    abstract String address(int year, int month);

    Office office() {
        return office;
    }

    int year() {
        return year;
    }

    int month() {
        return month;
    }

    /** A part of the address as people read it. */
    String segment(String name) {
        return URLDecoder.decode(segments.get(name).orElse("").replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Nullable
    String query(String name) {
        return query.get(name);
    }

    /** Goes to the same page with one word of its query changed; null takes it away. */
    void ask(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(query);
        if (value == null || value.isBlank()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        go(year, month, changed);
    }

    /** The verbs of the page, right of year and month. */
    void verbs(Component... components) {
        List<Component> right = new ArrayList<>(List.of(yearChoice, monthChoice));
        right.addAll(List.of(components));
        actions(right.toArray(Component[]::new));
    }

    /** Shows the page again, after something was saved. */
    void again() {
        verbs();
        try {
            show();
        } catch (RuntimeException failure) {
            filters();
            EmptyState sentence =
                    new EmptyState(FailureReport.of(failure).sentence(), new Button("重试", click -> again()));
            sentence.getElement().setAttribute("role", "alert");
            body(sentence);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        segments = event.getRouteParameters();
        Map<String, String> words = new LinkedHashMap<>();
        event.getLocation()
                .getQueryParameters()
                .getParameters()
                .forEach((key, values) -> words.put(key, values.getFirst()));
        query = Map.copyOf(words);
        List<Integer> years = office.years();
        if (years.isEmpty()) {
            actions();
            filters();
            body(new EmptyState("系统里还没有已开始的年度计划。", new Anchor("import", "导入年度计划")));
            return;
        }
        year = number("year", years.getFirst());
        year = years.contains(year) ? year : years.getFirst();
        List<Integer> months = office.months(year);
        month = number("month", office.analysis().usualMonth(year));
        yearChoice.setItems(years);
        yearChoice.setValue(year);
        monthChoice.setItems(months);
        monthChoice.setValue(months.contains(month) ? month : null);
        again();
    }

    private int number(String name, int usual) {
        String written = segments.get(name).orElse(Objects.requireNonNullElse(query.get(name), ""));
        return written.matches("\\d{1,4}") ? Integer.parseInt(written) : usual;
    }

    private void go(int toYear, int toMonth, Map<String, String> words) {
        Map<String, String> kept = new LinkedHashMap<>(words);
        String address = address(toYear, toMonth);
        if (!address.contains("/")) {
            kept.put("year", String.valueOf(toYear));
            kept.put("month", String.valueOf(toMonth));
        }
        UI.getCurrent().navigate(address, com.vaadin.flow.router.QueryParameters.simple(kept));
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
