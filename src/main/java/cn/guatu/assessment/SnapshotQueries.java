package cn.guatu.assessment;

import static cn.guatu.jooq.Tables.MONTH_SNAPSHOT;
import static cn.guatu.jooq.Tables.MONTH_SNAPSHOT_ROW;

import cn.guatu.jooq.tables.records.MonthSnapshotRecord;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads snapshots. */
@Repository
class SnapshotQueries {

    private final DSLContext sql;

    SnapshotQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** A snapshot as a link of the chain. */
    record Link(Published published, long place, int rows, String previousHash) {

        SnapshotHash.Head head() {
            return new SnapshotHash.Head(
                    place,
                    published.year(),
                    published.month(),
                    published.edition(),
                    published.cutOff(),
                    published.publishedAt(),
                    published.knownAt(),
                    published.publishedBy(),
                    published.ruleVersion());
        }
    }

    /** All publications of a year, oldest edition of the earliest month first. */
    public List<Published> of(int year) {
        return sql.selectFrom(MONTH_SNAPSHOT)
                .where(MONTH_SNAPSHOT.PLAN_YEAR.eq((short) year))
                .orderBy(MONTH_SNAPSHOT.MONTH, MONTH_SNAPSHOT.EDITION, MONTH_SNAPSHOT.ID)
                .fetch(SnapshotQueries::toPublished);
    }

    /** The publications of a month, the latest edition first. */
    public List<Published> of(int year, int month) {
        return sql.selectFrom(MONTH_SNAPSHOT)
                .where(MONTH_SNAPSHOT.PLAN_YEAR.eq((short) year))
                .and(MONTH_SNAPSHOT.MONTH.eq((byte) month))
                .orderBy(MONTH_SNAPSHOT.EDITION.desc(), MONTH_SNAPSHOT.ID)
                .fetch(SnapshotQueries::toPublished);
    }

    /** The latest editions of the last published months, the latest month first. */
    public List<Published> latest(int months) {
        Map<YearMonth, Published> latest = new LinkedHashMap<>();
        sql.selectFrom(MONTH_SNAPSHOT)
                .orderBy(
                        MONTH_SNAPSHOT.PLAN_YEAR.desc(),
                        MONTH_SNAPSHOT.MONTH.desc(),
                        MONTH_SNAPSHOT.EDITION.desc(),
                        MONTH_SNAPSHOT.ID)
                .forEach(row -> latest.putIfAbsent(YearMonth.of(row.getPlanYear(), row.getMonth()), toPublished(row)));
        return latest.values().stream().limit(months).toList();
    }

    /** The whole chain in its order. */
    public List<Link> chain() {
        return sql.selectFrom(MONTH_SNAPSHOT)
                .orderBy(MONTH_SNAPSHOT.PLACE, MONTH_SNAPSHOT.ID)
                .fetch(row -> new Link(toPublished(row), row.getPlace(), row.getRowCount(), row.getPreviousHash()));
    }

    /** The end of the chain; empty before the first publication. */
    public Optional<Link> last() {
        return sql.selectFrom(MONTH_SNAPSHOT)
                .orderBy(MONTH_SNAPSHOT.PLACE.desc(), MONTH_SNAPSHOT.ID)
                .limit(1)
                .fetchOptional(
                        row -> new Link(toPublished(row), row.getPlace(), row.getRowCount(), row.getPreviousHash()));
    }

    public List<SnapshotLine> lines(long snapshot) {
        return sql.selectFrom(MONTH_SNAPSHOT_ROW)
                .where(MONTH_SNAPSHOT_ROW.SNAPSHOT_ID.eq(snapshot))
                .orderBy(MONTH_SNAPSHOT_ROW.POSITION)
                .fetch(row -> new SnapshotLine(row.getKind(), row.getRowKey(), row.getContent(), row.getRowHash()));
    }

    public List<SnapshotLine> lines(long snapshot, Collection<String> kinds) {
        return sql.selectFrom(MONTH_SNAPSHOT_ROW)
                .where(MONTH_SNAPSHOT_ROW.SNAPSHOT_ID.eq(snapshot))
                .and(MONTH_SNAPSHOT_ROW.KIND.in(kinds))
                .orderBy(MONTH_SNAPSHOT_ROW.POSITION)
                .fetch(row -> new SnapshotLine(row.getKind(), row.getRowKey(), row.getContent(), row.getRowHash()));
    }

    private static Published toPublished(MonthSnapshotRecord row) {
        return new Published(
                row.getId(),
                row.getPlanYear(),
                row.getMonth(),
                row.getEdition(),
                row.getCutOff(),
                row.getPublishedAt(),
                row.getKnownAt(),
                row.getPublishedBy(),
                row.getRuleVersion(),
                row.getHash());
    }
}
