package cn.guatu.progress.ui;

import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.progress.WeekItem;
import cn.guatu.security.Roles;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 我的一周: what I must report now, late first; one item is worked on at a time, and submitting it opens the next. */
@Route("my-week")
@PageTitle("我的一周")
@Menu(title = "我的一周", order = 1, icon = "vaadin:clipboard-check")
@RolesAllowed({Roles.OFFICER, Roles.STREET_LIAISON, Roles.DEPARTMENT_HEAD})
@CssImport("./desk/week.css")
class MyWeekView extends Div implements BeforeEnterObserver {

    private final Week week;
    private final PageFrame frame = new PageFrame("我的一周");
    private final List<ItemCard> cards = new ArrayList<>();
    private ReportingWeek shown;

    MyWeekView(Week week) {
        this.week = week;
        shown = week.deadlines().current();
        setSizeFull();
        add(frame);
    }

    ReportingWeek shownWeek() {
        return shown;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = wanted(event);
        boolean table = one(event, "mode").filter("table"::equals).isPresent();
        frame.actions(switches(table));
        List<WeekItem> items = week.mine().items(shown);
        if (table) {
            frame.scope(Words.week(shown));
            frame.body(new WeekTable(
                    week,
                    items.stream().filter(WeekItem::isOpen).toList(),
                    week.deadlines().isOpen(shown)));
            return;
        }
        show(items);
        one(event, "item")
                .flatMap(key -> cards.stream()
                        .filter(card -> Words.key(card.item().key()).equals(key))
                        .findFirst())
                .ifPresent(this::work);
    }

    /** Opens the form of an item and folds the others. */
    void work(ItemCard card) {
        for (ItemCard each : cards) {
            if (each == card) {
                each.work();
            } else if (each.hasClassName("working")) {
                each.rest();
            }
        }
        card.scrollIntoView();
        count();
    }

    /** The item was submitted: on to the next one that is open. */
    void next(ItemCard card) {
        card.rest();
        int from = cards.indexOf(card);
        Optional<ItemCard> next = java.util.stream.Stream.concat(
                        cards.subList(from + 1, cards.size()).stream(), cards.subList(0, from).stream())
                .filter(ItemCard::isOpen)
                .findFirst();
        next.ifPresentOrElse(this::work, this::allDone);
    }

    /** The item was changed without its form. */
    void refresh(ItemCard card) {
        card.rest();
        count();
        if (cards.stream().noneMatch(ItemCard::isOpen)) {
            allDone();
        }
    }

    private void allDone() {
        count();
        Notices.success("本周已全部填报，共 " + cards.size() + " 项。");
    }

    private void show(List<WeekItem> items) {
        boolean open = week.deadlines().isOpen(shown);
        cards.clear();
        Div list = new Div();
        list.addClassName("guatu-items");
        for (WeekItem item : items) {
            boolean reopened = !item.key().week().equals(shown);
            ItemCard card = new ItemCard(week, this, item, open || reopened);
            cards.add(card);
            list.add(card);
        }
        if (items.isEmpty()) {
            list.add(new EmptyState(Words.week(shown) + "没有需要您填报的事项。", new Anchor("nodes?mine=1&state=ALL", "看我的节点")));
        }
        if (open) {
            list.add(others(list));
        }
        frame.body(list);
        count();
    }

    private ComboBox<WeekItem> others(Div list) {
        ComboBox<WeekItem> others = new ComboBox<>();
        others.setPlaceholder("填报其他节点…");
        others.setAriaLabel("填报其他节点");
        others.setItems(week.mine().others(shown));
        others.setItemLabelGenerator(WeekItem::title);
        others.addClassName("guatu-others");
        others.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null && chosen.isFromClient()) {
                ItemCard card = new ItemCard(week, this, chosen.getValue(), true);
                cards.add(card);
                list.addComponentAtIndex(list.indexOf(others), card);
                others.clear();
                work(card);
            }
        });
        return others;
    }

    private void count() {
        long left = cards.stream().filter(ItemCard::isOpen).count();
        String state = week.deadlines().isOpen(shown)
                ? "请在" + Words.weekday(week.deadlines().due(shown)) + "前提交，"
                        + Words.weekday(week.deadlines().closes(shown)) + "截止 · "
                        + (cards.isEmpty() ? "没有待报事项" : left == 0 ? "已全部填报" : "还有 " + left + " 项待报")
                : "已截止，需补报请联系督查专员重新开启";
        frame.scope(Words.week(shown) + " · " + state);
    }

    private Div switches(boolean table) {
        String mode = table ? "&mode=table" : "";
        Anchor before = new Anchor("my-week?week=" + shown.previous() + mode, "上一周");
        Anchor other = new Anchor("my-week?week=" + shown + (table ? "" : "&mode=table"), table ? "逐项填报" : "表格填报");
        Div links = new Div(before);
        if (!shown.equals(week.deadlines().current())) {
            links.add(new Anchor("my-week?mode=" + (table ? "table" : "items"), "当前周"));
        }
        links.add(other);
        links.addClassName("guatu-steps");
        return links;
    }

    private ReportingWeek wanted(BeforeEnterEvent event) {
        try {
            return one(event, "week").map(ReportingWeek::parse).orElseGet(week.deadlines()::current);
        } catch (IllegalArgumentException unreadable) {
            return week.deadlines().current();
        }
    }

    private static Optional<String> one(BeforeEnterEvent event, String name) {
        return event.getLocation().getQueryParameters().getSingleParameter(name);
    }
}
