package cn.guatu.org;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The months of a plan year and their locks (semantics §13). Everything that writes about a day of the past asks here first; what a
 * locked month refuses is in docs/decisions/0020. The steps themselves are taken by the assessment feature only.
 */
@Service
public class PlanMonths {

    private static final int MONTHS = 12;

    private final PlanMonthQueries queries;
    private final PlanMonthStore store;
    private final OrgQueries people;
    private final BusinessClock clock;

    PlanMonths(PlanMonthQueries queries, PlanMonthStore store, OrgQueries people, BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** Where a month stands now; OPEN also for a year that does not exist. */
    public MonthState state(int year, int month) {
        return month(year, month).state();
    }

    /** One month as it stands now. */
    public PlanMonth month(int year, int month) {
        return queries.find(year, month, clock.now()).orElseGet(() -> PlanMonth.untouched(year, month));
    }

    /** All twelve months of a year, as they stand now. */
    public List<PlanMonth> months(int year) {
        Map<Integer, PlanMonth> touched = queries.of(year, clock.now());
        List<PlanMonth> months = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            PlanMonth found = touched.get(month);
            months.add(found != null ? found : PlanMonth.untouched(year, month));
        }
        return months;
    }

    /** The journal of a month, oldest first. */
    public List<MonthStepTaken> steps(int year, int month) {
        return queries.steps(year, month);
    }

    /** Whether the month of this day is published and not re-opened for anybody. */
    public boolean locked(LocalDate day) {
        return state(day.getYear(), day.getMonthValue()) == MonthState.PUBLISHED;
    }

    /**
     * The months of a year that this person may not write into: published, and not re-opened for him (or by him).
     *
     * @param actor the account that writes
     * @return by month, the earliest first
     */
    public TreeMap<Integer, PlanMonth> lockedFor(int year, String actor) {
        TreeMap<Integer, PlanMonth> locked = new TreeMap<>();
        for (PlanMonth month : queries.of(year, clock.now()).values()) {
            if (month.state() == MonthState.PUBLISHED
                    || (month.state() == MonthState.REOPENED && !mayWrite(month.reopening(), actor))) {
                locked.put(month.month(), month);
            }
        }
        return locked;
    }

    /**
     * Refuses a write about a day in a locked month.
     *
     * @param actor the account that writes
     * @param what the beginning of the sentence: what cannot be done, e.g. 节点“…”的实际完成日期不能改写
     * @throws Refusal CONFLICT with the sentence, and what to do instead
     */
    public void refuseIfLocked(LocalDate day, String actor, String what) {
        PlanMonth month = lockedFor(day.getYear(), actor).get(day.getMonthValue());
        if (month != null) {
            throw locked(month, what);
        }
    }

    /** The refusal of a write into a locked month. */
    public static Refusal locked(PlanMonth month, String what) {
        return Refusal.conflict(what + "：" + month.title() + "已发布并锁定。迟到的数据请按真实发生日期登记计入（列为补报）；确需改写的，请督查专员重新开启该月。");
    }

    private boolean mayWrite(PlanMonth.@Nullable Reopening reopening, String actor) {
        if (reopening == null) {
            return false;
        }
        return actor.equals(reopening.person())
                || actor.equals(reopening.by())
                || people.personByAccount(actor)
                        .filter(person -> person.key().equals(NameKey.of(reopening.person())))
                        .isPresent();
    }

    /**
     * Takes a step of a month; for the assessment feature only. Runs in the caller's transaction and makes others wait that want to
     * move the same month.
     *
     * @param move from the month as it stands to the month as it is to be; the same month: nothing happens
     * @param note why; null when nobody had to say
     * @param findings what the checklist has against it; null when nothing
     * @return the month as it stands now
     */
    public PlanMonth take(
            int year,
            int month,
            MonthStep step,
            Function<PlanMonth, PlanMonth> move,
            @Nullable String note,
            @Nullable String findings,
            Recording how) {
        PlanMonth now = store.lock(year, month, how).orElseThrow();
        PlanMonth next = move.apply(now);
        if (!next.equals(now)) {
            store.write(next);
            store.journal(next, step, how.at(), how.actor(), note, findings);
        }
        return next;
    }
}
