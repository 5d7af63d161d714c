package cn.guatu.planning;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.Changed;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who has the desk of a year open, where they are, and that the plan has changed. People on another server are not shown; their changes
 * are found in the change log a second later. Nothing is asked while nobody is here.
 */
@Component
public class DeskPresence {

    private static final Logger LOG = LoggerFactory.getLogger(DeskPresence.class);
    private static final long POLL_MILLIS = 1000;
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
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private final Map<Integer, Long> seen = new ConcurrentHashMap<>();
    private final Map<String, String> lastEditors = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("planning-desk").daemon().factory());

    DeskPresence(ChangeLog changes) {
        this.changes = changes;
        thread.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes a seat at the desk of a year.
     *
     * @return leaves it again; safe to call twice
     */
    public Runnable join(int year, String id, String name, Page page) {
        String colour = COLOURS.get(Math.floorMod(name.hashCode(), COLOURS.size()));
        seats.put(id, new Seat(year, new Guest(id, name, colour, null, false), page));
        thread.execute(() -> tellGuests(year));
        return () -> {
            if (seats.remove(id) != null && !thread.isShutdown()) {
                thread.execute(() -> tellGuests(year));
            }
        };
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
        List<Guest> guests = seats.values().stream()
                .filter(seat -> seat.year() == year)
                .map(Seat::guest)
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
