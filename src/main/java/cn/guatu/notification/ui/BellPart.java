package cn.guatu.notification.ui;

import cn.guatu.notification.NoticeFeed;
import cn.guatu.notification.NoticeService;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.HeaderPart;
import com.vaadin.flow.component.Component;
import org.springframework.core.annotation.Order;

/** Puts the bell into the frame. */
@org.springframework.stereotype.Component
@Order(90)
class BellPart implements HeaderPart {

    private final NoticeService notices;
    private final NoticeFeed feed;
    private final BusinessClock clock;

    BellPart(NoticeService notices, NoticeFeed feed, BusinessClock clock) {
        this.notices = notices;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public Component create() {
        return new Bell(notices, feed, clock);
    }
}
