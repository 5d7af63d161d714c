package cn.guatu.planning.ui;

import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.planning.BreakdownService;
import cn.guatu.planning.DeskPresence;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.Completeness;
import cn.guatu.planning.rule.DeskRow;
import cn.guatu.planning.rule.DeskRows;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** 分解台: the tree of a year left, what adds up and what is open right; several people at once. */
@Route("breakdown/:year?")
@PageTitle("分解台")
@PermitAll
@Menu(title = "分解台", order = 20, icon = "vaadin:split")
@CssImport("./breakdown/breakdown.css")
class BreakdownView extends PageFrame implements BeforeEnterObserver, BreakdownEditor.Page, DeskPresence.Page {

    private static final Logger LOG = LoggerFactory.getLogger(BreakdownView.class);

    private final transient BreakdownService desk;
    private final transient PlanYearService years;
    private final transient DeskPresence presence;
    private final transient CurrentUser user;
    private final transient BusinessClock clock;
    private final int mostAtOnce;
    private final String id = UUID.randomUUID().toString();
    private final SidePanel panel = new SidePanel(this::closePanel);
    private final BalancePanel balance = new BalancePanel();
    private final OpenPanel open = new OpenPanel(key -> table().reveal(key));
    private final Div guests = new Div();
    private @Nullable BreakdownTable table;
    private @Nullable RowVerbs verbs;
    private @Nullable Breakdown plan;
    private transient @Nullable SecurityContext caller;
    private @Nullable Runnable leave;
    private final AtomicInteger reads = new AtomicInteger();
    private String at = "";
    private int year;

    BreakdownView(
            BreakdownService desk,
            PlanYearService years,
            DeskPresence presence,
            CurrentUser user,
            BusinessClock clock,
            @Value("${guatu.planning.most-at-once:12}") int mostAtOnce) {
        super("分解台");
        this.desk = desk;
        this.years = years;
        this.presence = presence;
        this.user = user;
        this.clock = clock;
        this.mostAtOnce = mostAtOnce;
        guests.addClassName("guatu-guests");
        guests.getElement().setAttribute("aria-live", "polite");
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<PlanYear> all = years.years().stream()
                .sorted(Comparator.comparingInt(PlanYear::year).reversed())
                .toList();
        if (all.isEmpty()) {
            body(new EmptyState(
                    "还没有年度，先新建一个年度，再在这里分解。",
                    user.has(Permission.PLAN) ? new Anchor("years", "新建年度") : new Anchor("", "回到首页")));
            return;
        }
        year = event.getRouteParameters()
                .get("year")
                .filter(each -> each.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(each -> all.stream().anyMatch(one -> one.year() == each))
                .orElseGet(() -> usual(all));
        leaveSeat();
        BreakdownEditor hands = new BreakdownEditor(year, id, user.displayName(), desk, presence, this);
        table = new BreakdownTable(hands);
        actions(verbs(all, hands));
        verbs = new RowVerbs(hands);
        Div side = new Div(verbs, balance, open);
        side.addClassName("guatu-desk-side");
        Div both = new Div(table, side);
        both.addClassName("guatu-desk");
        body(both);
        Breakdown shown = refresh();
        boolean mayPlanAll = desk.mayPlanAll();
        boolean writable = shown.state() != PlanYearState.ARCHIVED;
        boolean head = shown.units().stream().anyMatch(unit -> desk.mayPlan(unit.id()));
        table.setUp(Lines.options(shown), mayPlanAll && writable, (mayPlanAll || head) && writable);
        scope(shown.state().label() + (writable ? "" : "，只能查看"));
        takeSeat();
    }

    /** The year that is being planned, else this one. */
    private int usual(List<PlanYear> all) {
        return all.stream()
                .filter(each -> each.state() == PlanYearState.DRAFT)
                .map(PlanYear::year)
                .findFirst()
                .orElseGet(() -> all.stream()
                        .map(PlanYear::year)
                        .filter(each -> each == clock.today().getYear())
                        .findFirst()
                        .orElse(all.getFirst().year()));
    }

    private Component[] verbs(List<PlanYear> all, BreakdownEditor hands) {
        Select<Integer> choice = new Select<>();
        choice.setAriaLabel("年度");
        choice.setItems(all.stream().map(PlanYear::year).toList());
        choice.setItemLabelGenerator(each -> each + " 年");
        choice.setValue(year);
        choice.addValueChangeListener(change -> UI.getCurrent().navigate("breakdown/" + change.getValue()));
        Button undo = icon(VaadinIcon.ARROW_BACKWARD, "撤销 (Ctrl+Z)", hands::undo);
        Button redo = icon(VaadinIcon.ARROW_FORWARD, "重做 (Ctrl+Y)", hands::redo);
        Button keys = icon(VaadinIcon.QUESTION_CIRCLE_O, "键盘操作", () -> openPanel("键盘操作", new KeysPanel()));
        return new Component[] {guests, undo, redo, keys, choice};
    }

    private static Button icon(VaadinIcon icon, String words, Runnable act) {
        Button button = new Button(icon.create(), click -> act.run());
        button.setAriaLabel(words);
        button.setTooltipText(words);
        return button;
    }

    @Override
    public Breakdown refresh() {
        reads.incrementAndGet();
        Breakdown now = desk.load(year);
        show(now);
        return now;
    }

    private void show(Breakdown now) {
        plan = now;
        List<DeskRow> rows = DeskRows.of(now);
        if (DeskRow.find(rows, at).isEmpty()) {
            at = rows.isEmpty() ? "" : rows.getFirst().key();
        }
        boolean writable = now.state() != PlanYearState.ARCHIVED;
        table().show(new Lines(now, writable && desk.mayPlanAll(), lead -> writable && desk.mayPlan(lead)).of(rows));
        open.show(Completeness.of(now, mostAtOnce));
        showRow(now, rows);
    }

    private void showRow(Breakdown now, List<DeskRow> rows) {
        balance.show(now, BreakdownEditor.target(now, rows, at));
        if (verbs != null) {
            verbs.show(now, DeskRow.find(rows, at).orElse(null), mayEdit(now, rows));
        }
    }

    private boolean mayEdit(Breakdown now, List<DeskRow> rows) {
        return now.state() != PlanYearState.ARCHIVED
                && (desk.mayPlanAll()
                        || DeskRow.find(rows, at)
                                .map(DeskRow::phase)
                                .flatMap(now::phase)
                                .filter(phase -> desk.mayPlan(phase.lead()))
                                .isPresent());
    }

    @Override
    public BreakdownTable table() {
        return Objects.requireNonNull(table, "no year is shown yet");
    }

    @Override
    public void at(String key) {
        at = key;
        if (plan != null) {
            showRow(plan, DeskRows.of(plan));
        }
    }

    @Override
    public void openPanel(String title, Component content) {
        panel.open(title, content);
    }

    @Override
    public void closePanel() {
        panel.shut();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        takeSeat();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leaveSeat();
        super.onDetach(event);
    }

    private void takeSeat() {
        if (leave == null && table != null && isAttached()) {
            caller = SecurityContextHolder.getContext();
            leave = presence.join(year, id, user.displayName(), this);
        }
    }

    private void leaveSeat() {
        if (leave != null) {
            leave.run();
            leave = null;
        }
    }

    @Override
    public void planChanged() {
        SecurityContext context = caller;
        if (context == null) {
            return;
        }
        int before = reads.get();
        Breakdown now;
        SecurityContextHolder.setContext(context);
        try {
            now = desk.load(year);
        } catch (RuntimeException unread) {
            LOG.info("The desk of {} could not be read; the next change tries again", year, unread);
            return;
        } finally {
            SecurityContextHolder.clearContext();
        }
        // What the person himself did meanwhile must not be drawn over by what was read before it.
        inPage(() -> {
            if (reads.get() == before) {
                show(now);
            } else {
                refresh();
            }
        });
    }

    private void inPage(Command command) {
        getUI().ifPresent(ui -> {
            try {
                ui.access(command);
            } catch (UIDetachedException gone) {
                leaveSeat();
            }
        });
    }

    @Override
    public void guestsChanged(List<DeskPresence.Guest> all) {
        List<DeskPresence.Guest> others =
                all.stream().filter(each -> !each.id().equals(id)).toList();
        inPage(() -> {
            table().present(others);
            guests.removeAll();
            others.forEach(each -> {
                Span chip = new Span(each.name());
                chip.addClassName("guatu-guest");
                chip.getStyle().set("background", each.colour());
                guests.add(chip);
            });
            guests.getElement().setAttribute("title", others.isEmpty() ? "" : "同时在线");
        });
    }
}
