package cn.guatu.notification.ui;

import cn.guatu.notification.Notice;
import cn.guatu.notification.Urgency;
import cn.guatu.platform.time.BusinessClock;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** One notice on a line that opens what it is about. */
class NoticeLine extends NativeButton {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    NoticeLine(Notice notice, Instant now, Runnable opened) {
        addClassName("guatu-notice-line");
        getElement().setAttribute("data-read", String.valueOf(notice.readAt() != null));
        Span kind = new Span(notice.kind().label());
        kind.addClassName("guatu-mark");
        Span title = new Span(notice.title());
        title.addClassName("title");
        Span when = new Span(when(notice.raisedAt(), now));
        when.addClassName("guatu-secondary");
        Div first = new Div(kind);
        if (notice.urgency() == Urgency.URGENT) {
            Span urgent = new Span(Urgency.URGENT.label());
            urgent.addClassNames("guatu-mark", "urgent");
            first.add(urgent);
        }
        first.add(title, when);
        first.addClassName("first");
        add(first);
        if (!notice.body().isEmpty()) {
            Div body = new Div(notice.body());
            body.addClassNames("body", "guatu-secondary");
            add(body);
        }
        if (notice.readAt() == null) {
            setAriaLabel("未读:" + notice.title());
        }
        addClickListener(click -> opened.run());
    }

    /** Opens what the notice is about; without a link it stays where it is. */
    static void go(Notice notice) {
        if (notice.link().isEmpty()) {
            return;
        }
        String[] parts = notice.link().split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    /** Today the time, within a week how long ago, else the day. */
    static String when(Instant at, Instant now) {
        LocalDateTime then = LocalDateTime.ofInstant(at, BusinessClock.ZONE);
        LocalDateTime present = LocalDateTime.ofInstant(now, BusinessClock.ZONE);
        if (then.toLocalDate().equals(present.toLocalDate())) {
            return Duration.between(at, now).toMinutes() < 1 ? "刚刚" : TIME.format(then);
        }
        String day = DAY.format(then);
        return then.getYear() == present.getYear() ? day : then.getYear() + "年" + day;
    }
}
