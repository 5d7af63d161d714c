package cn.guatu.notification;

import cn.guatu.org.PersonId;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.Caller;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The notices of whoever asks: his own and nobody else's. An account without a person has none. */
@Service
public class NoticeService {

    private final NoticeQueries queries;
    private final NoticeStore store;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;

    NoticeService(
            NoticeQueries queries,
            NoticeStore store,
            RetryingTransactions transactions,
            BusinessClock clock,
            CurrentUser user,
            ApplicationEventPublisher events) {
        this.queries = queries;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.user = user;
        this.events = events;
    }

    /** The person who asks; empty for an account without a person. */
    public Optional<PersonId> me() {
        return user.caller().map(Caller::accountId).flatMap(queries::person);
    }

    /** What the caller has not read. */
    @PreAuthorize(Permission.May.READ)
    public Unread unread() {
        return me().map(person -> queries.unread(Set.of(person)).getOrDefault(person, Unread.NONE))
                .orElse(Unread.NONE);
    }

    /**
     * A page of the caller's notices, latest first.
     *
     * @param kind null for all kinds
     */
    @PreAuthorize(Permission.May.READ)
    public List<Notice> mine(boolean unreadOnly, @Nullable NoticeKind kind, int offset, int limit) {
        return me().map(person -> queries.page(person, unreadOnly, kind, offset, limit))
                .orElse(List.of());
    }

    /** How many {@link #mine} are. */
    @PreAuthorize(Permission.May.READ)
    public int count(boolean unreadOnly, @Nullable NoticeKind kind) {
        return me().map(person -> queries.count(person, unreadOnly, kind)).orElse(0);
    }

    /** Marks one of the caller's notices as read; another's stays as it is. */
    @PreAuthorize(Permission.May.READ)
    public void read(long notice) {
        me().ifPresent(person -> transactions.run(() -> {
            if (store.read(person, notice, clock.now())) {
                events.publishEvent(new Raised(Set.of(person)));
            }
        }));
    }

    /** Marks the caller's notices that lead to a place as read: he is there. */
    @PreAuthorize(Permission.May.READ)
    public void readAbout(String link) {
        me().ifPresent(person -> transactions.run(() -> {
            if (store.readAbout(person, link, clock.now()) > 0) {
                events.publishEvent(new Raised(Set.of(person)));
            }
        }));
    }

    /** Marks the caller's notices as read. @param latest up to this one: what came since he looked stays unread */
    @PreAuthorize(Permission.May.READ)
    public int readUpTo(long latest) {
        return me().map(person -> transactions.execute(() -> {
                    int read = store.readUpTo(person, latest, clock.now());
                    if (read > 0) {
                        events.publishEvent(new Raised(Set.of(person)));
                    }
                    return read;
                }))
                .orElse(0);
    }
}
