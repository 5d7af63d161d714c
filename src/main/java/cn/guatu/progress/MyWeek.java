package cn.guatu.progress;

import cn.guatu.org.PersonId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.security.Caller;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** 我的一周: what the caller is asked to report, late first, and what he has typed so far. */
@Service
public class MyWeek {

    private static final Comparator<WeekItem> LATE_FIRST = Comparator.comparing((WeekItem item) -> !item.isOpen())
            .thenComparing(item -> item.state() != ReportState.RETURNED)
            .thenComparing(WeekItem::planned, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(item -> item.key().phase().value())
            .thenComparingLong(item -> item.key().nodeKey());

    private final WeekQueries queries;
    private final ReportQueries reports;
    private final DraftStore drafts;
    private final ReportGate gate;
    private final ReportDeadlines deadlines;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    MyWeek(
            WeekQueries queries,
            ReportQueries reports,
            DraftStore drafts,
            ReportGate gate,
            ReportDeadlines deadlines,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.queries = queries;
        this.reports = reports;
        this.drafts = drafts;
        this.gate = gate;
        this.deadlines = deadlines;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What is asked of the caller in a week, what he reported without being asked, and items of closed weeks that were opened again for
     * him: what is open first, returned and late before the rest.
     */
    @PreAuthorize(Permission.May.REPORT)
    public List<WeekItem> items(ReportingWeek week) {
        WeekQueries.Mine mine = mine();
        Set<ReportKey> keys = new LinkedHashSet<>(queries.asked(week, mine, deadlines.isOpen(week)));
        keys.addAll(queries.submittedBy(user.account(), week));
        if (week.equals(deadlines.current())) {
            keys.addAll(queries.reopened(mine, clock.now()));
        }
        return queries.details(keys, user.scope(), user.account()).stream()
                .sorted(LATE_FIRST)
                .toList();
    }

    /** Open nodes that the caller answers for and is not asked about this week: he may report on them all the same. */
    @PreAuthorize(Permission.May.REPORT)
    public List<WeekItem> others(ReportingWeek week) {
        WeekQueries.Mine mine = mine();
        Set<ReportKey> keys =
                new LinkedHashSet<>(queries.openNodes(week, week.lastDay().getYear(), mine));
        keys.removeAll(queries.asked(week, mine, deadlines.isOpen(week)));
        keys.removeAll(queries.submittedBy(user.account(), week));
        return queries.details(keys, user.scope(), user.account());
    }

    /** One item, for somebody who may report on it; also for a week that is closed. */
    @PreAuthorize(Permission.May.REPORT)
    public WeekItem item(ReportKey key) {
        gate.toReport(key);
        return queries.details(List.of(key), user.scope(), user.account()).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这个分期或节点，或不在您的查看范围内。"));
    }

    /** How many items of the open week the caller still has to report; 0 for somebody who does not report. */
    public int toDo() {
        return user.has(Permission.REPORT)
                ? (int) items(deadlines.current()).stream()
                        .filter(WeekItem::isOpen)
                        .count()
                : 0;
    }

    /**
     * Keeps what was typed so far, in the place of what was kept before.
     *
     * @return when it was kept
     */
    @PreAuthorize(Permission.May.REPORT)
    public Instant keep(ReportKey key, Draft draft) {
        Instant now = clock.now();
        transactions.run(() -> {
            gate.toReport(key);
            drafts.save(user.account(), key, draft, now);
        });
        return now;
    }

    /** Forgets what was typed. */
    @PreAuthorize(Permission.May.REPORT)
    public void discard(ReportKey key) {
        transactions.run(() -> drafts.discard(user.account(), key));
    }

    /** Today, for the days until an item is due. */
    public LocalDate today() {
        return clock.today();
    }

    private WeekQueries.Mine mine() {
        Optional<PersonId> self = user.caller().map(Caller::accountId).flatMap(reports::personOf);
        @Nullable PersonId person = self.orElse(null);
        boolean head = user.has(Permission.RECOGNISE) || !user.roles().contains(Role.STREET_LIAISON);
        return new WeekQueries.Mine(
                person,
                head ? user.scope().departments() : Set.of(),
                user.scope().streets());
    }
}
