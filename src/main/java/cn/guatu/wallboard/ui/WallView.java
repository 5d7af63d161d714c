package cn.guatu.wallboard.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import cn.guatu.wallboard.Board;
import cn.guatu.wallboard.BoardFeed;
import cn.guatu.wallboard.BoardListener;
import cn.guatu.wallboard.WallBoardService;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** The wall at /wall (optionally ?year=2026): full screen, dark, without the menu; follows the figures of the user's scope. */
@Route(value = "wall", autoLayout = false)
@PageTitle("挂图作战")
@Menu(title = "挂图大屏", order = 50, icon = "vaadin:desktop")
@PermitAll
class WallView extends Div implements BeforeEnterObserver {

    private final transient WallBoardService boards;
    private final transient BoardFeed feed;
    private final transient AccessScope access;
    private final WallScreen screen = new WallScreen();
    private @Nullable Integer year;
    private transient Runnable unfollow = () -> {};

    WallView(WallBoardService boards, BoardFeed feed, CurrentUser user) {
        this.boards = boards;
        this.feed = feed;
        this.access = user.scope();
        add(screen);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        year = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("year")
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        try {
            Board board = boards.current(year, access);
            screen.show(board);
            unfollow = feed.follow(board, access, new Following(attached.getUI()));
        } catch (Refusal nothingToShow) {
            screen.showNotice(String.valueOf(nothingToShow.getMessage()));
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unfollow.run();
    }

    /** Takes the feed's news to this page under its own lock. */
    private final class Following implements BoardListener {
        private final UI ui;

        Following(UI ui) {
            this.ui = ui;
        }

        @Override
        public void shows(Board board) {
            ui.access(() -> screen.show(board));
        }

        @Override
        public void failing() {
            ui.access(screen::showFailing);
        }
    }
}
