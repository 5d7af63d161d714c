package cn.guatu.wallboard;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.AccessScope;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The picture of the wall, made once for each change and scope and shared by all screens of this server. Whether something changed
 * is read from the change sequence in the database, so boards on all servers agree.
 */
@Service
public class WallBoardService {

    private final BoardAssembler assembler;
    private final ChangeLog changes;
    private final PlanYearService years;
    private final BusinessClock clock;
    private final Map<BoardScope, Picture> pictures = new ConcurrentHashMap<>();

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
        int thisYear = clock.today().getYear();
        List<Integer> known = years.years().stream().map(PlanYear::year).toList();
        if (known.contains(thisYear)) {
            return thisYear;
        }
        return known.stream()
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> Refusal.notFound("还没有任何年度计划,请先在“导入”中导入年度任务一张表。"));
    }

    /**
     * The picture as it is now; read anew only when something changed since the last one, or the date did.
     *
     * @param year a plan year, null for {@link #defaultYear()}
     * @throws Refusal NOT_FOUND when there is no such year
     */
    public Board current(@Nullable Integer year, AccessScope access) {
        int shown = year == null ? defaultYear() : years.require(year).year();
        BoardScope scope = new BoardScope(shown, access);
        return pictures.computeIfAbsent(scope, Picture::new).current(now());
    }

    /** Where the data stands: compare two of these to see whether a picture may have changed. */
    Stand now() {
        return new Stand(changes.latest(), clock.today());
    }

    /** Forgets pictures that nobody looks at. */
    void keepOnly(java.util.Set<BoardScope> watched) {
        pictures.keySet().retainAll(watched);
    }

    /** The last change and the date: a picture is fresh while both stay. */
    record Stand(long change, LocalDate date) {}

    private final class Picture {
        private final BoardScope scope;
        private @Nullable Board board;
        private @Nullable Stand stand;

        Picture(BoardScope scope) {
            this.scope = scope;
        }

        synchronized Board current(Stand now) {
            Board last = board;
            if (last == null || !now.equals(stand)) {
                last = assembler.assemble(scope.year(), scope.access());
                board = last;
                stand = now;
            }
            return last;
        }
    }
}
