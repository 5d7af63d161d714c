package cn.guatu.wallboard;

import cn.guatu.platform.failure.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings walls to who looks at them. When something moved, each wall that is looked at is written once, and its document goes to all
 * its screens; how many screens there are changes nothing about what is read.
 */
@Component
public class WallFeed {

    private static final Logger LOG = LoggerFactory.getLogger(WallFeed.class);

    private final WallDocuments documents;
    private final ScreenService screens;
    private final BoardFeed feed;
    private final Set<Follower> followers = new CopyOnWriteArraySet<>();
    private final Moves moves = new Moves();

    WallFeed(WallDocuments documents, ScreenService screens, BoardFeed feed, MeterRegistry meters) {
        this.documents = documents;
        this.screens = screens;
        this.feed = feed;
        Gauge.builder("guatu.wall.looking", this, WallFeed::looking)
                .description("Screens and people at a wall")
                .register(meters);
    }

    /** What the wall shows now. @throws Refusal NOT_FOUND when there is no such wall */
    public WallDocument document(WallKey key) {
        return documents.of(key);
    }

    /**
     * Looks at a wall from now on; the document of now is told at once, on this thread.
     *
     * @return ends the looking; safe to call twice
     */
    public Runnable follow(WallKey key, WallListener listener) {
        return follow(new Follower(listener, key, null));
    }

    /**
     * A paired screen opens its line.
     *
     * @param canvas its size as it says
     * @param address where it calls from
     */
    public Runnable follow(Screen screen, String canvas, String address, WallListener listener) {
        screens.came(screen.id(), canvas, address);
        return follow(new Follower(listener, WallKey.ofScreen(screen.wall()), screen.id()));
    }

    /** How many look, for metrics and tests. */
    public int looking() {
        return followers.size();
    }

    private Runnable follow(Follower follower) {
        synchronized (followers) {
            followers.add(follower);
            feed.watch(moves);
        }
        try {
            follower.begin();
        } catch (RuntimeException nothingToShow) {
            end(follower);
            throw nothingToShow;
        }
        return () -> end(follower);
    }

    private void end(Follower follower) {
        synchronized (followers) {
            if (followers.remove(follower) && followers.isEmpty()) {
                feed.unwatch(moves);
            }
        }
    }

    private final class Moves implements MoveListener {

        @Override
        public void moved() {
            reassign();
            Map<WallKey, List<Follower>> walls = walls();
            // the figures first, and all who look at a wall before the next one is read
            walls.forEach((key, looking) -> documents
                    .ahead(key)
                    .ifPresent(document -> looking.forEach(follower -> follower.tell(document, document.readAt()))));
            walls.forEach((key, looking) -> {
                Optional<WallDocument> fresh = read(key, documents::of);
                looking.forEach(follower ->
                        fresh.ifPresentOrElse(document -> follower.tell(document, document.readAt()), follower::ended));
            });
        }

        @Override
        public void beat(Instant readAt) {
            walls().forEach((key, looking) -> read(key, documents::again)
                    .ifPresent(document -> looking.forEach(follower -> follower.tell(document, readAt))));
            screens.seen(connected());
        }

        @Override
        public void failing() {
            followers.forEach(follower -> follower.deliver(WallListener::failing));
        }

        private Map<WallKey, List<Follower>> walls() {
            return followers.stream()
                    .collect(Collectors.groupingBy(follower -> follower.key, LinkedHashMap::new, Collectors.toList()));
        }

        private Optional<WallDocument> read(WallKey key, Function<WallKey, WallDocument> reading) {
            try {
                return Optional.of(reading.apply(key));
            } catch (Refusal removed) {
                return Optional.empty();
            }
        }

        /** A screen may have been given another wall, or lost its right. */
        private void reassign() {
            Set<ScreenId> connected = connected();
            if (connected.isEmpty()) {
                return;
            }
            Map<ScreenId, WallId> walls = screens.active(connected);
            for (Follower follower : followers) {
                ScreenId screen = follower.screen;
                // Who came while the database was asked was not asked about: his right has been checked at the door.
                if (screen != null && connected.contains(screen)) {
                    WallId wall = walls.get(screen);
                    if (wall == null) {
                        end(follower);
                        follower.ended();
                    } else {
                        follower.key = WallKey.ofScreen(wall);
                    }
                }
            }
        }

        private Set<ScreenId> connected() {
            return followers.stream()
                    .map(follower -> follower.screen)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }
    }

    private interface Delivery {
        void to(WallListener listener);
    }

    private final class Follower {
        private final WallListener listener;
        private final @Nullable ScreenId screen;
        private volatile WallKey key;
        private @Nullable String told;

        Follower(WallListener listener, WallKey key, @Nullable ScreenId screen) {
            this.listener = listener;
            this.key = key;
            this.screen = screen;
        }

        /** Reads under the lock under which news are told, so that what is read here is never told after something newer. */
        synchronized void begin() {
            WallDocument document = documents.of(key);
            tell(document, document.readAt());
        }

        synchronized void tell(WallDocument document, Instant readAt) {
            if (!document.version().equals(told)) {
                told = document.version();
                deliver(to -> to.shows(document));
            } else {
                deliver(to -> to.stillStands(readAt));
            }
        }

        void ended() {
            deliver(WallListener::ended);
        }

        void deliver(Delivery delivery) {
            try {
                delivery.to(listener);
            } catch (RuntimeException e) {
                LOG.info("Somebody at a wall could not be told; he is dropped when his line ends", e);
            }
        }
    }
}
