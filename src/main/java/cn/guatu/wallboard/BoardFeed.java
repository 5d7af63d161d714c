package cn.guatu.wallboard;

import cn.guatu.org.Changed;
import cn.guatu.platform.time.BusinessClock;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings changes to the open boards: asks the database's change sequence every half second, or at once after a commit of this server,
 * reads each watched scope once, and tells its screens. Nothing is read while nobody looks.
 */
@Component
public class BoardFeed {

    private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);
    private static final long POLL_MILLIS = 500;
    private static final long HEARTBEAT_SECONDS = 60;

    private final WallBoardService boards;
    private final BusinessClock clock;
    private final Map<BoardScope, Channel> channels = new ConcurrentHashMap<>();
    private final Set<MoveListener> watchers = new CopyOnWriteArraySet<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("board-feed").daemon().factory());
    private WallBoardService.@Nullable Stand seen;
    private boolean failing;

    BoardFeed(WallBoardService boards, BusinessClock clock) {
        this.boards = boards;
        this.clock = clock;
        thread.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Follows a board from now on; the caller has drawn {@code drawn} already.
     *
     * @return ends the following; safe to call twice
     */
    public Runnable follow(Board drawn, cn.guatu.security.AccessScope access, BoardListener listener) {
        BoardScope scope = new BoardScope(drawn.year(), access);
        channels.compute(scope, (key, channel) -> {
            Channel open = channel == null ? new Channel() : channel;
            open.listeners.add(listener);
            return open;
        });
        ask();
        return () -> channels.computeIfPresent(scope, (key, channel) -> {
            channel.listeners.remove(listener);
            return channel.listeners.isEmpty() ? null : channel;
        });
    }

    /** Tells of every move from now on. */
    void watch(MoveListener watcher) {
        watchers.add(watcher);
        ask();
    }

    void unwatch(MoveListener watcher) {
        watchers.remove(watcher);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(Changed event) {
        ask();
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            thread.execute(this::look);
        }
    }

    private void look() {
        asked.set(false);
        if (channels.isEmpty() && watchers.isEmpty()) {
            return;
        }
        try {
            WallBoardService.Stand now = boards.now();
            boolean moved = failing || !now.equals(seen);
            for (Map.Entry<BoardScope, Channel> each : channels.entrySet()) {
                if (moved || each.getValue().shown == null) {
                    tell(each.getKey(), each.getValue());
                }
            }
            if (moved) {
                watchers.forEach(MoveListener::moved);
            }
            seen = now;
            failing = false;
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void tell(BoardScope scope, Channel channel) {
        Board board = boards.current(scope.year(), scope.access());
        Board last = channel.shown;
        channel.shown = board;
        if (last == null || failing || !last.version().equals(board.version())) {
            channel.listeners.forEach(listener -> deliver(() -> listener.shows(board)));
        }
    }

    private void beat() {
        if (failing) {
            return;
        }
        Instant now = clock.now();
        watchers.forEach(watcher -> deliver(() -> watcher.beat(now)));
        for (Channel channel : channels.values()) {
            Board shown = channel.shown;
            if (shown != null) {
                Board fresh = BoardAssembler.refreshed(shown, clock);
                channel.listeners.forEach(listener -> deliver(() -> listener.shows(fresh)));
            }
        }
    }

    private void fail(RuntimeException e) {
        if (!failing) {
            LOG.warn("The boards cannot be read; open screens keep the last picture until the next look succeeds", e);
        }
        failing = true;
        channels.values().forEach(c -> c.listeners.forEach(listener -> deliver(listener::failing)));
        watchers.forEach(watcher -> deliver(watcher::failing));
    }

    private static void deliver(Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException e) {
            LOG.info("A screen could not be told; it is dropped when its page ends", e);
        }
    }

    private static final class Channel {
        final Set<BoardListener> listeners = new CopyOnWriteArraySet<>();
        volatile @Nullable Board shown;
    }
}
