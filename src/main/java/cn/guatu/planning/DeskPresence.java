package cn.guatu.planning;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.Changed;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who has the desk of a year open, where they are, and that the plan has changed. Of people on another server the name is known a few
 * seconds later and not the row; their changes are found in the change log within a second. Nothing is asked while nobody is here.
 */
@Component
public class DeskPresence {

    private static final Logger LOG = LoggerFactory.getLogger(DeskPresence.class);
    private static final long POLL_MILLIS = 1000;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);
    private static final Duration GONE_AFTER = TOLD_EVERY.multipliedBy(3);
    private static final List<String> COLOURS =
            List.of("#1f66c1", "#b4560f", "#17805c", "#8a3fa0", "#a8324a", "#4a6b1f", "#0f7285", "#6b5a2a");

    /**
     * Somebody at the desk.
     *
     * @param id of his page
     * @param name who he is
     * @param colour by which colleagues tell him apart
     * @param row the row he is on; null when on none
     * @param editing whether he is typing there
     */
    public record Guest(
            String id, String name, String colour, @Nullable String row, boolean editing) {}

    /** A page of the desk; it is called on a thread of its own. */
    public interface Page {

        /** The plan has changed. */
        void planChanged();

        /** Who is here has changed; the page itself is among them. */
        void guestsChanged(List<Guest> guests);
    }

    private record Seat(int year, Guest guest, Page page) {}

    private final ChangeLog changes;
    private final PlanningQueries queries;
    private final DeskSeatStore store;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private final Map<Integer, List<Guest>> elsewhere = new ConcurrentHashMap<>();
    private final Map<Integer, Long> seen = new ConcurrentHashMap<>();
    private final Map<String, String> lastEditors = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("planning-desk").daemon().factory());

    DeskPresence(
            ChangeLog changes,
            PlanningQueries queries,
            DeskSeatStore store,
            RetryingTransactions transactions,
            BusinessClock clock) {
        this.changes = changes;
        this.queries = queries;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        thread.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(
                this::exchange, TOLD_EVERY.toMillis(), TOLD_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Takes a seat at the desk of a year.
     *
     * @return leaves it again; safe to call twice
     */
    public Runnable join(int year, String id, String name, Page page) {
        seats.put(id, new Seat(year, guest(id, name), page));
        thread.execute(() -> {
            exchange();
            tellGuests(year);
        });
        return () -> {
            if (seats.remove(id) != null && !thread.isShutdown()) {
                thread.execute(() -> {
                    attempt(() -> transactions.run(() -> store.left(id)));
                    tellGuests(year);
                });
            }
        };
    }

    private static Guest guest(String id, String name) {
        return new Guest(id, name, COLOURS.get(Math.floorMod(name.hashCode(), COLOURS.size())), null, false);
    }

    /** Says where a page is. */
    public void at(String id, @Nullable String row, boolean editing) {
        Seat moved = seats.computeIfPresent(
                id,
                (key, seat) -> new Seat(
                        seat.year(),
                        new Guest(id, seat.guest().name(), seat.guest().colour(), row, editing),
                        seat.page()));
        if (moved != null) {
            thread.execute(() -> tellGuests(moved.year()));
        }
    }

    /** Notes who wrote a row last, so that a colleague who comes too late is told by whom. */
    public void wrote(String row, String name) {
        lastEditors.put(row, name);
    }

    /** Who wrote a row last on this server. */
    public Optional<String> lastEditor(String row) {
        return Optional.ofNullable(lastEditors.get(row));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(Changed event) {
        if (!seats.isEmpty()) {
            thread.execute(this::look);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** Tells the other servers who is here, and asks who is there. */
    void exchange() {
        if (seats.isEmpty()) {
            elsewhere.clear();
            return;
        }
        attempt(() -> {
            Instant now = clock.now();
            transactions.run(() -> {
                seats.values()
                        .forEach(seat -> store.seen(
                                seat.guest().id(), seat.year(), seat.guest().name(), now));
                store.forget(now.minus(Duration.ofHours(1)));
            });
            seats.values().stream().map(Seat::year).distinct().forEach(year -> {
                List<Guest> there = queries.seated(year, now.minus(GONE_AFTER)).entrySet().stream()
                        .filter(each -> !seats.containsKey(each.getKey()))
                        .map(each -> guest(each.getKey(), each.getValue()))
                        .toList();
                if (!there.equals(elsewhere.put(year, there))) {
                    tellGuests(year);
                }
            });
        });
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException unreachable) {
            LOG.debug("Who else is at the desk cannot be told now; said again in a few seconds", unreachable);
        }
    }

    private void look() {
        seats.values().stream().map(Seat::year).distinct().forEach(year -> {
            try {
                long now = changes.latest(year);
                Long before = seen.put(year, now);
                if (before != null && before != now) {
                    each(year, Page::planChanged);
                }
            } catch (RuntimeException unreachable) {
                LOG.debug("The change log of {} cannot be read now; asked again in a second", year, unreachable);
            }
        });
        if (seats.isEmpty()) {
            seen.clear();
            lastEditors.clear();
        }
    }

    private void tellGuests(int year) {
        List<Guest> guests = Stream.concat(
                        seats.values().stream()
                                .filter(seat -> seat.year() == year)
                                .map(Seat::guest),
                        elsewhere.getOrDefault(year, List.of()).stream())
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        each(year, page -> page.guestsChanged(guests));
    }

    private interface Telling {
        void tell(Page page);
    }

    private void each(int year, Telling telling) {
        for (Seat seat : seats.values()) {
            if (seat.year() == year) {
                try {
                    telling.tell(seat.page());
                } catch (RuntimeException gone) {
                    LOG.info("A page of the desk could not be told; it leaves when it ends", gone);
                }
            }
        }
    }
}
