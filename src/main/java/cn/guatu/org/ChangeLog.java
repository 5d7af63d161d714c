package cn.guatu.org;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One row for every change of the business. The wall follows it, also from other servers, and it tells whether anything
 * was built on an import. It must be written in the transaction of the change.
 */
@Component
public class ChangeLog {

    private final ChangeLogQueries queries;
    private final ChangeLogStore store;
    private final ApplicationEventPublisher events;

    ChangeLog(ChangeLogQueries queries, ChangeLogStore store, ApplicationEventPublisher events) {
        this.queries = queries;
        this.store = store;
        this.events = events;
    }

    /**
     * Notes a change of the year that the recording names, or of none. A {@link Changed} is published.
     *
     * @param how who changed it and when
     * @param kind what was changed, at most 32 signs, e.g. {@code NODES}
     * @param subject which, in Chinese; cut after 96 signs
     */
    public void record(Recording how, String kind, String subject) {
        record(how, how.planYear(), kind, subject);
    }

    /**
     * Notes a change of another year than the one that the recording names.
     *
     * @param how who changed it and when
     * @param planYear the year that changed; null when units, people or the calendar did
     * @param kind what was changed, at most 32 signs
     * @param subject which, in Chinese; cut after 96 signs
     * @throws Refusal CONFLICT for an archived year: every business write passes here, so this is where such a year is closed
     */
    public void record(Recording how, @Nullable Integer planYear, String kind, String subject) {
        if (planYear != null && !kind.equals(PlanYearService.KIND) && queries.isArchived(planYear)) {
            throw archived(planYear);
        }
        write(how, planYear, kind, subject);
    }

    /**
     * The same for a caller who has read the state of the year in this transaction, together with what he changes.
     *
     * @param state of the plan year, as just read
     * @throws Refusal CONFLICT for an archived year
     */
    public void recordIn(PlanYearState state, Recording how, int planYear, String kind, String subject) {
        if (state == PlanYearState.ARCHIVED) {
            throw archived(planYear);
        }
        write(how, planYear, kind, subject);
    }

    private void write(Recording how, @Nullable Integer planYear, String kind, String subject) {
        long seq = store.insert(how, planYear, kind, subject.length() > 96 ? subject.substring(0, 95) + "…" : subject);
        events.publishEvent(new Changed(seq, planYear));
    }

    private static Refusal archived(int planYear) {
        return Refusal.conflict(planYear + " 年度已归档，不能再修改；确需更正的，请先在“年度”页把它转回“执行”。");
    }

    /** The last change of all; 0 when there is none. */
    public long latest() {
        return queries.latest();
    }

    /**
     * The last change of a year, or of what all years share.
     *
     * @param year the plan year
     * @return 0 when there is none
     */
    public long latest(int year) {
        return queries.latest(year);
    }

    /**
     * Whether anything else was changed since an import: then it can no longer be undone.
     *
     * @param importId the import
     * @param year its plan year; changes of what all years share count as well
     */
    public boolean builtUpon(long importId, int year) {
        return queries.builtUpon(importId, year);
    }
}
