package cn.guatu.wallboard;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.rollup.AsOf;
import cn.guatu.security.AccessScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The picture of the wall, made once for each change and scope and shared by all screens of this server. Whether something changed
 * is read from the change sequence in the database, so boards on all servers agree.
 */
@Service
public class WallBoardService {

    // more scopes than a district has units
    private static final int SCOPES_KEPT = 100;

    private final BoardAssembler assembler;
    private final ChangeLog changes;
    private final PlanYearService years;
    private final BusinessClock clock;
    private final Map<BoardScope, Picture> pictures = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BoardScope, Picture> eldest) {
            return size() > SCOPES_KEPT;
        }
    });
    private final PastBoards past = new PastBoards();

    WallBoardService(BoardAssembler assembler, ChangeLog changes, PlanYearService years, BusinessClock clock) {
        this.assembler = assembler;
        this.changes = changes;
        this.years = years;
        this.clock = clock;
    }

    /**
     * The year that a wall shows when none is asked for: this year's plan, else the latest one.
     *
     * @throws Refusal NOT_FOUND when there is no plan at all
     */
    public int defaultYear() {
        return PlanYear.usual(years.years().stream().map(PlanYear::year).toList(), clock.today())
                .orElseThrow(() -> Refusal.notFound("还没有任何年度计划,请先在“导入”中导入年度任务一张表。"));
    }

    /**
     * The picture as it is now; read anew only when something changed since the last one, or the date did.
     *
     * @param year a plan year, null for {@link #defaultYear()}
     * @throws Refusal NOT_FOUND when there is no such year
     */
    public Board current(@Nullable Integer year, AccessScope access) {
        return shown(year, access).board();
    }

    /** Like {@link #current}, with what its other pages are made from. */
    Shown shown(@Nullable Integer year, AccessScope access) {
        int asked = year == null ? defaultYear() : years.require(year).year();
        return pictures.computeIfAbsent(new BoardScope(asked, access), Picture::new)
                .current(now());
    }

    /**
     * The picture of another day: as it was known at an instant, or as is known now. Pictures of the past are kept, so that a slider
     * reads each day once.
     *
     * @param date the cut-off; null: the last day of a past year, else today
     * @param knownAt null: as is known now
     * @throws Refusal NOT_FOUND when there is no such year
     */
    public Board at(@Nullable Integer year, @Nullable LocalDate date, @Nullable Instant knownAt, AccessScope access) {
        int asked = year == null ? defaultYear() : years.require(year).year();
        AsOf asOf = new AsOf(date == null ? PlanYear.usualDay(asked, clock.today()) : date, knownAt);
        // what was known before now can no longer change; anything else is as fresh as the last change
        Stand stand = knownAt != null && knownAt.isBefore(clock.now()) ? null : now();
        return past.of(
                new PastBoards.Key(asked, asOf, access, stand),
                () -> assembler.assemble(asked, asOf, access).board());
    }

    /** Where the data stands: compare two of these to see whether a picture may have changed. */
    Stand now() {
        return new Stand(changes.latest(), clock.today());
    }

    /** The last change and the date: a picture is fresh while both stay. */
    record Stand(long change, LocalDate date) {}

    private final class Picture {
        private final BoardScope scope;
        private @Nullable Shown shown;
        private @Nullable Stand stand;

        Picture(BoardScope scope) {
            this.scope = scope;
        }

        synchronized Shown current(Stand now) {
            Shown last = shown;
            if (last == null || !now.equals(stand)) {
                AsOf asOf = AsOf.of(PlanYear.usualDay(scope.year(), now.date()));
                last = new Shown(assembler.assemble(scope.year(), asOf, scope.access()), last);
                shown = last;
                stand = now;
            }
            return last;
        }
    }
}
