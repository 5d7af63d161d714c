package cn.guatu.wallboard.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import cn.guatu.wallboard.WallDocument;
import cn.guatu.wallboard.WallFeed;
import cn.guatu.wallboard.WallId;
import cn.guatu.wallboard.WallKey;
import cn.guatu.wallboard.WallListener;
import cn.guatu.wallboard.WallReplay;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The wall of a signed-in person at /wall: full screen, dark, without the menu; follows the figures that he may see.
 * {@code ?wall=3} shows a wall of the editor, {@code ?page=RED} one page, {@code ?year=2026} another year,
 * {@code ?mode=meeting} the 会议模式, {@code ?replay} the year day by day, {@code ?asOf=2026-08-31&knownAt=2026-09-09T02:00:00Z} a day as it was
 * known at a moment: a month as it was published.
 */
@Route(value = "wall", autoLayout = false)
@PageTitle("挂图作战")
@Menu(title = "挂图大屏", order = 50, icon = "vaadin:desktop")
@PermitAll
class WallView extends Div implements BeforeEnterObserver {

    private static final DateTimeFormatter KNOWN = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final transient WallFeed feed;
    private final transient BusinessClock clock;
    private final transient AccessScope access;
    private final transient ObjectProvider<MeetingMode> meetings;
    private final transient ObjectProvider<ReplayMode> replays;
    private final transient WallReplay past;
    private final WallScreen screen = new WallScreen();
    private @Nullable WallKey key;
    private transient Runnable unfollow = () -> {};

    WallView(
            WallFeed feed,
            BusinessClock clock,
            CurrentUser user,
            ObjectProvider<MeetingMode> meetings,
            ObjectProvider<ReplayMode> replays,
            WallReplay past) {
        this.feed = feed;
        this.clock = clock;
        this.access = user.scope();
        this.meetings = meetings;
        this.replays = replays;
        this.past = past;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        Integer year = number(asked, "year", "\\d{4}").map(Math::toIntExact).orElse(null);
        removeAll();
        key = null;
        if (asked.getParameters().containsKey("replay")) {
            show(replays.getObject(), replay -> replay.open(year));
        } else if (asked.getSingleParameter("mode").filter("meeting"::equals).isPresent()) {
            show(meetings.getObject(), meeting -> meeting.open(year));
        } else if (asked.getParameters().containsKey("asOf")) {
            showPast(year, asked);
        } else {
            WallId wall =
                    number(asked, "wall", "[1-9]\\d{0,17}").map(WallId::new).orElse(null);
            key = new WallKey(wall, year, access);
            screen.only(asked.getSingleParameter("page")
                    .filter(kind -> kind.matches("[A-Z_]{1,24}"))
                    .orElse(""));
            add(screen);
        }
    }

    /** A picture that stands still, with what it is at its head. */
    private void showPast(@Nullable Integer year, QueryParameters asked) {
        add(screen);
        try {
            LocalDate day = LocalDate.parse(asked.getSingleParameter("asOf").orElse(""));
            Instant knownAt =
                    asked.getSingleParameter("knownAt").map(Instant::parse).orElseGet(clock::now);
            screen.show(past.known(year, day, knownAt, access).envelope(clock.now()));
            screen.note("时光机：数据截至 " + day + "，按 " + KNOWN.format(knownAt.atZone(clock.zone())) + " 所知");
        } catch (DateTimeParseException unreadable) {
            screen.note("地址里的日期或时刻无法辨认，请从“快照与时光机”打开。");
        } catch (Refusal refusal) {
            screen.note(refusal.sentence());
        }
    }

    private interface Opening<T> {
        void open(T mode);
    }

    private <T extends Component> void show(T mode, Opening<T> opening) {
        add(mode);
        opening.open(mode);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        WallKey looking = key;
        if (looking == null) {
            return;
        }
        try {
            unfollow = feed.follow(looking, new Following(attached.getUI()));
        } catch (Refusal noSuchWall) {
            screen.note(noSuchWall.sentence());
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unfollow.run();
    }

    private static Optional<Long> number(QueryParameters asked, String name, String shape) {
        return asked.getSingleParameter(name)
                .filter(text -> text.matches(shape))
                .map(Long::valueOf);
    }

    /** Takes the feed's news to this page under its own lock. */
    private final class Following implements WallListener {
        private final UI ui;
        private @Nullable WallDocument last;

        Following(UI ui) {
            this.ui = ui;
        }

        @Override
        public void shows(WallDocument document) {
            last = document;
            draw(document);
        }

        @Override
        public void stillStands(Instant readAt) {
            WallDocument known = last;
            if (known != null) {
                draw(known.standing(readAt));
            }
        }

        @Override
        public void failing() {
            ui.access(screen::showFailing);
        }

        @Override
        public void ended() {
            ui.access(() -> screen.note("这面挂图已被删除"));
        }

        private void draw(WallDocument document) {
            ui.access(() -> screen.show(document.envelope(clock.now())));
        }
    }
}
