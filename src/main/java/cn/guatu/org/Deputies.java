package cn.guatu.org;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who stands in for whom while he is absent. A deputy is of the same unit, so that he sees and does nothing beyond it; a leader's
 * approval is nobody else's.
 */
@Service
public class Deputies {

    private final DeputyQueries queries;
    private final DeputyStore store;
    private final OrgService org;
    private final OrgGate gate;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;

    Deputies(
            DeputyQueries queries,
            DeputyStore store,
            OrgService org,
            OrgGate gate,
            ChangeLog changes,
            RetryingTransactions transactions,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.org = org;
        this.gate = gate;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those that are not over, and those to come, by their first day. */
    public List<Deputy> current() {
        return queries.endingFrom(clock.today());
    }

    /** For whom somebody stands in today. */
    public Set<PersonId> standsInFor(PersonId deputy) {
        return queries.personsOf(deputy, clock.today());
    }

    /**
     * Names a deputy.
     *
     * @throws Refusal INVALID when they are not of one unit, the days are the wrong way round, or a leader is to be replaced
     */
    public void name(PersonId person, PersonId deputy, LocalDate from, LocalDate to, @Nullable String reason) {
        transactions.run(() -> {
            Person absent = active(person);
            Person stand = active(deputy);
            if (absent.id().equals(stand.id()) || !absent.unit().equals(stand.unit())) {
                throw Refusal.invalid("代理人须是“" + absent.name() + "”同一单位的另一位在岗人员。");
            }
            if (absent.position() == Position.BUREAU_LEADER) {
                throw Refusal.invalid("局领导的批准不能由他人代理。");
            }
            if (to.isBefore(from) || to.isBefore(clock.today())) {
                throw Refusal.invalid("代理的结束日期不能早于开始日期，也不能早于今天。");
            }
            store.add(new Deputy(0, person, deputy, from, to, reason), recording());
            String words = stand.name() + " 代理 " + absent.name() + " " + from + " 至 " + to;
            changes.record(recording(), "DEPUTIES", words);
            gate.audit("deputy.add", words, null, null);
        });
    }

    /** Ends it now; the days that have been stay. */
    public void end(Deputy deputy) {
        transactions.run(() -> {
            store.end(deputy.id(), clock.today().minusDays(1));
            String words = org.person(deputy.deputy()).map(Person::name).orElse("") + " 不再代理 "
                    + org.person(deputy.person()).map(Person::name).orElse("");
            changes.record(recording(), "DEPUTIES", words);
            gate.audit("deputy.end", words, null, null);
        });
    }

    private Person active(PersonId id) {
        return org.person(id).filter(Person::active).orElseThrow(() -> Refusal.invalid("该人员不存在或已离岗。"));
    }

    private Recording recording() {
        return new Recording(clock.now(), gate.account(), null, null);
    }
}
