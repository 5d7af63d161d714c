package cn.guatu.notification;

import cn.guatu.org.PersonId;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings what is unread to the open pages: one statement for all people who have a page open, every two seconds, because another server may
 * have raised it, and at once after a commit of this one. On a thread of its own: the committer's holds his session.
 */
@Component
public class NoticeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeFeed.class);
    private static final long POLL_MILLIS = 2000;

    private final NoticeQueries queries;
    private final Map<PersonId, Set<Consumer<Unread>>> listeners = new ConcurrentHashMap<>();
    private final Map<PersonId, Unread> told = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("notice-feed").daemon().factory());
    private boolean failing;

    NoticeFeed(NoticeQueries queries) {
        this.queries = queries;
        thread.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Follows what a person has not read; the listener is called on the feed's thread when it changes.
     *
     * @param drawn what the page shows already
     * @return ends the following; safe to call twice
     */
    public Runnable follow(PersonId person, Unread drawn, Consumer<Unread> listener) {
        listeners.compute(person, (key, open) -> {
            Set<Consumer<Unread>> all = open == null ? new CopyOnWriteArraySet<>() : open;
            all.add(listener);
            told.putIfAbsent(person, drawn);
            return all;
        });
        return () -> listeners.computeIfPresent(person, (key, open) -> {
            open.remove(listener);
            if (open.isEmpty()) {
                told.remove(person);
                return null;
            }
            return open;
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void raised(Raised event) {
        if (event.people().stream().anyMatch(listeners::containsKey) && asked.compareAndSet(false, true)) {
            thread.execute(this::look);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void look() {
        asked.set(false);
        Set<PersonId> people = Set.copyOf(listeners.keySet());
        if (people.isEmpty()) {
            return;
        }
        try {
            Map<PersonId, Unread> unread = queries.unread(people);
            for (PersonId person : people) {
                Unread now = unread.getOrDefault(person, Unread.NONE);
                if (!now.equals(told.put(person, now))) {
                    listeners.getOrDefault(person, Set.of()).forEach(listener -> deliver(listener, now));
                }
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Unread notices cannot be read; the bells stay as they are until the next look succeeds", e);
            }
            failing = true;
        }
    }

    private static void deliver(Consumer<Unread> listener, Unread now) {
        try {
            listener.accept(now);
        } catch (RuntimeException e) {
            LOG.info("A bell could not be told; it is dropped when its page ends", e);
        }
    }
}
