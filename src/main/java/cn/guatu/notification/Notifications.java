package cn.guatu.notification;

import cn.guatu.org.PersonId;
import cn.guatu.platform.time.BusinessClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people something, as part of the business that gives the reason: the notice and what goes out by mail and robots are written in its
 * transaction, so neither is there without the other. Who is told what is the caller's affair; whoever reads it still sees only his scope.
 */
@Service
public class Notifications {

    private static final int AT_A_TIME = 200;

    private final NoticeStore store;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Notifications(NoticeStore store, BusinessClock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Raises a notice, once for its key.
     *
     * @return false when it was raised before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean raise(NoticeData notice) {
        return raise(List.of(notice)) == 1;
    }

    /**
     * Raises notices in few statements, each once for its key.
     *
     * @return how many are new
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int raise(Collection<NoticeData> notices) {
        Map<String, NoticeData> wanted = new LinkedHashMap<>();
        notices.forEach(notice -> wanted.putIfAbsent(notice.key(), notice));
        store.existing(wanted.keySet()).forEach(wanted::remove);
        if (wanted.isEmpty()) {
            return 0;
        }
        Instant at = clock.now();
        List<NoticeData> raised = inserted(List.copyOf(wanted.values()), at);
        if (!raised.isEmpty()) {
            store.writeOutbox(raised.stream().map(NoticeData::key).toList(), at);
            Set<PersonId> told = new HashSet<>();
            raised.forEach(notice -> told.add(notice.to()));
            events.publishEvent(new Raised(told));
        }
        return raised.size();
    }

    /** Somebody has dealt with what a place of the product shows: what called him there is read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dealtWith(PersonId person, String link) {
        if (store.readAbout(person, link, clock.now()) > 0) {
            events.publishEvent(new Raised(Set.of(person)));
        }
    }

    // Somebody else may raise the same at this moment: then the unique key decides, one by one.
    private List<NoticeData> inserted(List<NoticeData> notices, Instant at) {
        List<NoticeData> raised = new ArrayList<>();
        for (int from = 0; from < notices.size(); from += AT_A_TIME) {
            List<NoticeData> some = notices.subList(from, Math.min(from + AT_A_TIME, notices.size()));
            if (store.insert(some, at)) {
                raised.addAll(some);
            } else {
                some.stream().filter(one -> store.insert(List.of(one), at)).forEach(raised::add);
            }
        }
        return raised;
    }
}
