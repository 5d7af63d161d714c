package cn.guatu.rollup.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.platform.ui.RateBar;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.VaadinSession;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of figures: its year, cut-off date, filters and 口径卡 are in its address. A change by the user is a change of the address, and
 * the address is what is shown; so reload, back and a link from a colleague all do the same.
 */
@Uses(RateBar.class)
abstract class DeskPage extends PageFrame implements AfterNavigationObserver {

    private static final int PAUSE_IN_TYPING = 400;
    private static final DateTimeFormatter KNOWN = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final String LAST_YEAR = DeskPage.class.getName() + ".year";

    private final transient Desk desk;
    private final Select<Integer> year = new Select<>();
    private final DatePicker day = new DatePicker();
    private final SidePanel panel = new SidePanel(this::closePanel);
    private final TextField search = new TextField();
    private final List<Component> verbs = new ArrayList<>();
    private final Div asKnown = new Div();
    private @Nullable PageState state;

    DeskPage(String title, Desk desk) {
        super(title);
        this.desk = desk;
        year.setAriaLabel("年度");
        year.setItemLabelGenerator(each -> each + " 年");
        year.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                Opened.closed(state().with(PageState.YEAR, String.valueOf(change.getValue()))
                                .with(PageState.AS_OF, null))
                        .go();
            }
        });
        day.setAriaLabel("数据截至");
        day.setI18n(ChineseTexts.datePicker());
        day.setPrefixComponent(new Span("截至"));
        day.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                LocalDate chosen = change.getValue();
                state().with(PageState.AS_OF, chosen == null ? null : chosen.toString())
                        .go();
            }
        });
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_IN_TYPING);
        search.addValueChangeListener(change -> {
            if (!change.getValue().equals(state().text())) {
                state().with(PageState.TEXT, change.getValue()).go();
            }
        });
        asKnown.addClassName("guatu-as-known");
        asKnown.getElement().setAttribute("role", "status");
        asKnown.setVisible(false);
        addComponentAtIndex(1, asKnown);
        add(panel);
    }

    /** The search field of the page, showing what the address says; the same one always, so that typing is not interrupted. */
    TextField search(String placeholder) {
        search.setPlaceholder(placeholder);
        search.setAriaLabel(placeholder);
        search.setValue(state().text());
        return search;
    }

    /** Fills scope, filters and body. Called for each address; a refusal is shown in place of the body. */
    abstract void show(Showing showing, RouteParameters parameters);

    /** The verbs of the page, right of the cut-off date; before {@link #show} returns. */
    void verbs(Component... components) {
        verbs.clear();
        verbs.addAll(List.of(components));
    }

    Desk desk() {
        return desk;
    }

    PageState state() {
        return Objects.requireNonNull(state, "nothing was shown yet");
    }

    /** Opens the 口径卡 of a figure. */
    void explain(String code, @Nullable String street, @Nullable String department) {
        new Opened(code, street, department).on(state()).go();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageState next = PageState.of(event.getLocation());
        @Nullable PageState before = state;
        state = next;
        List<Integer> years = desk.years();
        if (years.isEmpty()) {
            verbs.clear();
            actions();
            filters();
            body(nothingYet());
            return;
        }
        Showing showing = showing(next, years);
        boolean onlyPanel =
                before != null && !before.equals(next) && Opened.closed(before).equals(Opened.closed(next));
        if (!onlyPanel) {
            showPage(showing, years, event.getRouteParameters());
        }
        showPanel(showing);
    }

    private Showing showing(PageState next, List<Integer> years) {
        VaadinSession session = VaadinSession.getCurrent();
        Optional<Integer> asked = next.number(PageState.YEAR).filter(years::contains);
        asked.ifPresent(each -> session.setAttribute(LAST_YEAR, each));
        int shown = asked.orElseGet(() -> {
            Object last = session.getAttribute(LAST_YEAR);
            return last instanceof Integer remembered && years.contains(remembered)
                    ? remembered
                    : desk.usualYear(years);
        });
        AccessScope scope = desk.user().scope();
        return new Showing(next, shown, next.date(PageState.AS_OF).orElseGet(() -> desk.usualDay(shown)), scope);
    }

    private void showPage(Showing showing, List<Integer> years, RouteParameters parameters) {
        year.setItems(years);
        year.setValue(showing.year());
        day.setValue(showing.day());
        verbs.clear();
        scope(desk.scopeInWords(showing.scope()) + " · 数据截至 " + Figures.day(showing.day(), showing.year()));
        showAsKnown(showing);
        try {
            show(showing, parameters);
        } catch (RuntimeException failure) {
            filters();
            body(failed(failure, () -> showPage(showing, years, parameters)));
        }
        List<Component> right = new ArrayList<>(List.of(year, day));
        right.addAll(verbs);
        actions(right.toArray(Component[]::new));
    }

    /** Says clearly that the page shows what was known at another time, and leads back to the present. */
    private void showAsKnown(Showing showing) {
        Optional<Instant> known = showing.state().instant(PageState.KNOWN_AT);
        asKnown.removeAll();
        asKnown.setVisible(known.isPresent());
        known.ifPresent(at -> asKnown.add(
                new Span("时光机：数据截至 " + Figures.day(showing.day(), showing.year()) + "，按 "
                        + KNOWN.format(at.atZone(BusinessClock.ZONE)) + " 所知"),
                new Button(
                        "回到现在",
                        click -> showing.state().with(PageState.KNOWN_AT, null).go())));
    }

    private void showPanel(Showing showing) {
        Optional<Opened> opened = Opened.in(showing.state());
        if (opened.isEmpty()) {
            panel.shut();
            return;
        }
        try {
            Opened figure = opened.get();
            if (figure.code().isEmpty()) {
                panel.open("口径卡 · 综合完成率", OverallExplanation.of(desk, showing, figure));
            } else {
                panel.open("口径卡", ExplanationPanel.of(desk, showing, figure));
            }
        } catch (RuntimeException failure) {
            panel.open("口径卡", failed(failure, () -> showPanel(showing)));
        }
    }

    /** A segment of the address as people read it: a link that was clicked arrives encoded, an address that was typed does not. */
    static String segment(RouteParameters parameters, String name) {
        String written = parameters.get(name).orElse("");
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return written;
        }
    }

    /** Opens something of the page's own in the place of the 口径卡; closing it shows the page's address again. */
    void openPanel(String title, Component... content) {
        panel.open(title, content);
    }

    /** Closes the panel, whatever is in it. */
    void closePanel() {
        if (state != null && Opened.in(state).isPresent()) {
            Opened.closed(state).go();
        } else {
            panel.shut();
        }
    }

    private static Component failed(RuntimeException failure, Runnable again) {
        EmptyState sentence =
                new EmptyState(FailureReport.of(failure).sentence(), new Button("重试", click -> again.run()));
        sentence.getElement().setAttribute("role", "alert");
        return sentence;
    }

    private Component nothingYet() {
        if (desk.user().has(Permission.IMPORT)) {
            return new EmptyState(
                    "系统里还没有年度计划。导入一张表,指标、项目、责任和节点就都有了;没有现成的表,就新建年度,在分解台逐项分解。",
                    next("import", "导入年度计划"),
                    desk.user().has(Permission.PLAN) ? next("years", "新建年度") : new Span());
        }
        return new EmptyState("系统里还没有年度计划,请联系系统管理员导入。");
    }

    /** A link to the next action that looks like a button. */
    static Anchor next(String route, String word) {
        Anchor anchor = new Anchor(route, word);
        anchor.addClassName("guatu-next");
        return anchor;
    }
}
