package cn.guatu.notification.ui;

import cn.guatu.notification.Notice;
import cn.guatu.notification.NoticeFeed;
import cn.guatu.notification.NoticeService;
import cn.guatu.notification.Unread;
import cn.guatu.org.PersonId;
import cn.guatu.platform.time.BusinessClock;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;

/** The bell in the frame: how much is unread, kept up to date by the feed, and the latest of it in a small window. */
class Bell extends Div {

    private static final int SHOWN = 8;
    private static final int MOST = 99;

    private final transient NoticeService notices;
    private final transient NoticeFeed feed;
    private final transient BusinessClock clock;
    private final Button button = new Button(VaadinIcon.BELL_O.create());
    private final Span badge = new Span();
    private final Div window = new Div();
    private transient Runnable unfollow = () -> {};

    Bell(NoticeService notices, NoticeFeed feed, BusinessClock clock) {
        this.notices = notices;
        this.feed = feed;
        this.clock = clock;
        addClassName("guatu-bell");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        badge.addClassName("guatu-bell-count");
        badge.getElement().setAttribute("aria-hidden", "true");
        window.addClassName("guatu-bell-window");
        window.getElement().setAttribute("role", "dialog");
        window.getElement().setAttribute("aria-label", "最近的通知");
        window.setVisible(false);
        button.addClickListener(click -> {
            window.setVisible(!window.isVisible());
            show(notices.unread());
        });
        Shortcuts.addShortcutListener(window, () -> window.setVisible(false), Key.ESCAPE);
        add(button, badge, window);
        show(Unread.NONE);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Unread now = notices.unread();
        show(now);
        PersonId me = notices.me().orElse(null);
        if (me != null) {
            UI ui = attached.getUI();
            unfollow = feed.follow(me, now, unread -> ui.access(() -> show(unread)));
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unfollow.run();
    }

    private void show(Unread unread) {
        int count = unread.count();
        badge.setText(count > MOST ? MOST + "+" : String.valueOf(count));
        badge.setVisible(count > 0);
        String name = count == 0 ? "通知" : "通知," + count + " 条未读";
        button.setAriaLabel(name);
        button.setTooltipText(name);
        if (window.isVisible()) {
            fill();
        }
    }

    private void fill() {
        List<Notice> latest = notices.mine(true, null, 0, SHOWN);
        window.removeAll();
        Button all = new Button("全部已读", click -> {
            notices.readUpTo(latest.getFirst().id());
            show(notices.unread());
        });
        all.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        all.setVisible(!latest.isEmpty());
        Header header = new Header(new H2("通知"), all);
        Div lines = new Div();
        lines.addClassName("guatu-notice-lines");
        if (latest.isEmpty()) {
            lines.add(new Paragraph("没有未读的通知。"));
        }
        latest.forEach(notice -> lines.add(new NoticeLine(notice, clock.now(), () -> open(notice))));
        Anchor more = new Anchor("notices", "查看全部通知");
        window.add(header, lines, more);
    }

    private void open(Notice notice) {
        notices.read(notice.id());
        window.setVisible(false);
        show(notices.unread());
        NoticeLine.go(notice);
    }
}
