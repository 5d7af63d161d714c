package cn.guatu.wallboard.api;

import cn.guatu.wallboard.Board;
import cn.guatu.wallboard.BoardListener;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** One open event stream of the HTTP interface: tells a version when it is a new one. */
final class BoardEvents implements BoardListener {

    private final EventLine line = new EventLine(() -> "{}");
    private @Nullable String told;

    BoardEvents(Board first) {
        shows(first);
    }

    ResponseBodyEmitter emitter() {
        return line.emitter();
    }

    void endsWith(Runnable unfollow) {
        line.endsWith(unfollow);
    }

    @Override
    public synchronized void shows(Board board) {
        if (!board.version().equals(told)) {
            told = board.version();
            line.say("snapshot", "{\"version\":\"" + board.version() + "\"}");
        }
    }

    @Override
    public void failing() {
        // The line stays open and silent; the next version comes when the figures can be read again.
    }
}
