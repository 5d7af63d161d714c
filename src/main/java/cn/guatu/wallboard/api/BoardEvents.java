package cn.guatu.wallboard.api;

import cn.guatu.wallboard.Board;
import cn.guatu.wallboard.BoardListener;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open event stream: tells a version when it is a new one, and pings in between so that proxies keep the line. */
final class BoardEvents implements BoardListener {

    private static final long PING_SECONDS = 15;
    private static final ScheduledExecutorService PINGS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("board-pings").daemon().factory());

    private final SseEmitter emitter = new SseEmitter(0L);
    private final ScheduledFuture<?> pinging;
    private @Nullable String told;
    private Runnable ending = () -> {};

    BoardEvents(Board first) {
        shows(first);
        pinging = PINGS.scheduleAtFixedRate(() -> send("ping", Map.of()), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
        emitter.onCompletion(this::end);
        emitter.onError(problem -> end());
        emitter.onTimeout(this::end);
    }

    SseEmitter emitter() {
        return emitter;
    }

    void endsWith(Runnable unfollow) {
        ending = unfollow;
    }

    @Override
    public synchronized void shows(Board board) {
        if (!board.version().equals(told)) {
            told = board.version();
            send("snapshot", Map.of("version", board.version()));
        }
    }

    @Override
    public void failing() {
        // The line stays open and silent; the next version comes when the figures can be read again.
    }

    private synchronized void send(String name, Map<String, String> data) {
        try {
            emitter.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    private void end() {
        pinging.cancel(false);
        ending.run();
    }
}
