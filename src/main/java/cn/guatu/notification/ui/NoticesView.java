package cn.guatu.notification.ui;

import cn.guatu.notification.Notice;
import cn.guatu.notification.NoticeKind;
import cn.guatu.notification.NoticeService;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 通知: what I was told, latest first; unread unless the address says all. */
@Route("notices")
@PageTitle("通知 · 挂图作战")
@Menu(title = "通知", order = 8, icon = "vaadin:bell-o")
@PermitAll
class NoticesView extends Div implements BeforeEnterObserver {

    private static final String ALL = "all";
    private static final String KIND = "kind";
    private static final String SIZE = "size";
    private static final int PAGE = 50;

    private final transient NoticeService notices;
    private final transient BusinessClock clock;
    private final PageFrame page = new PageFrame("通知");
    private boolean unreadOnly = true;
    private @Nullable NoticeKind kind;
    private int size = PAGE;

    NoticesView(NoticeService notices, BusinessClock clock) {
        this.notices = notices;
        this.clock = clock;
        setSizeFull();
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        unreadOnly = query.getSingleParameter(ALL).isEmpty();
        kind = query.getSingleParameter(KIND).flatMap(NoticesView::kind).orElse(null);
        size = query.getSingleParameter(SIZE)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .orElse(PAGE);
        refresh();
    }

    private void refresh() {
        List<Notice> shown = notices.mine(unreadOnly, kind, 0, size);
        int total = notices.count(unreadOnly, kind);
        page.scope(unreadOnly ? "未读 " + total + " 条" : "共 " + total + " 条");
        page.filters(chips());
        List<Component> actions = new ArrayList<>();
        if (notices.unread().count() > 0) {
            long latest = notices.unread().latest();
            actions.add(new Button("全部已读", click -> {
                Notices.success("已将 " + notices.readUpTo(latest) + " 条通知标为已读。");
                refresh();
            }));
        }
        actions.add(new Anchor("notices/settings", "接收设置"));
        page.actions(actions.toArray(Component[]::new));
        if (shown.isEmpty()) {
            page.body(new EmptyState(
                    notices.me().isEmpty() ? "这个账号没有对应的人员,不会收到通知。" : unreadOnly ? "没有未读的通知。" : "没有符合条件的通知。",
                    unreadOnly ? new Anchor("notices?all=1", "看全部通知") : new Div()));
            return;
        }
        Div lines = new Div();
        lines.addClassName("guatu-notice-lines");
        lines.getElement().setAttribute("role", "group").setAttribute("aria-label", "通知");
        shown.forEach(notice -> lines.add(new NoticeLine(notice, clock.now(), () -> open(notice))));
        if (total > shown.size()) {
            Button more = new Button(
                    "再看 " + Math.min(PAGE, total - shown.size()) + " 条", click -> go(unreadOnly, kind, size + PAGE));
            page.body(lines, more);
        } else {
            page.body(lines);
        }
    }

    private void open(Notice notice) {
        notices.read(notice.id());
        if (notice.link().isEmpty()) {
            refresh();
        } else {
            NoticeLine.go(notice);
        }
    }

    private Component[] chips() {
        List<Component> chips = new ArrayList<>();
        chips.add(new Chip("未读", unreadOnly, () -> go(true, kind, PAGE)));
        chips.add(new Chip("全部", !unreadOnly, () -> go(false, kind, PAGE)));
        for (NoticeKind each : NoticeKind.values()) {
            boolean on = each == kind;
            if (on || notices.count(unreadOnly, each) > 0) {
                chips.add(new Chip(each.label(), on, () -> go(unreadOnly, on ? null : each, PAGE)));
            }
        }
        return chips.toArray(Component[]::new);
    }

    private static void go(boolean unreadOnly, @Nullable NoticeKind kind, int size) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!unreadOnly) {
            query.put(ALL, "1");
        }
        if (kind != null) {
            query.put(KIND, kind.name());
        }
        if (size != PAGE) {
            query.put(SIZE, String.valueOf(size));
        }
        UI.getCurrent().navigate("notices", QueryParameters.simple(query));
    }

    private static java.util.Optional<NoticeKind> kind(String word) {
        for (NoticeKind each : NoticeKind.values()) {
            if (each.name().equals(word)) {
                return java.util.Optional.of(each);
            }
        }
        return java.util.Optional.empty();
    }
}
