package cn.guatu.rollup;

import cn.guatu.target.TargetId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows of STOCK targets are the values on a day; the same choice as {@link LedgerSumQueries#values} makes in the database. */
final class StockValues {

    private static final Comparator<LedgerSumQueries.Entry> LATER = Comparator.comparing(
                    LedgerSumQueries.Entry::occurredOn)
            .thenComparing(LedgerSumQueries.Entry::recordedAt)
            .thenComparing(LedgerSumQueries.Entry::id);

    private StockValues() {}

    private record Series(long phase, TargetId target) {}

    /** Of all rows, those that are each phase's latest standing row on or before the day; all streets of it. */
    static List<LedgerSumQueries.Entry> at(List<LedgerSumQueries.Entry> rows, LocalDate day) {
        Set<Long> reversed = new HashSet<>();
        for (LedgerSumQueries.Entry row : rows) {
            if (row.reverses() != null && !row.occurredOn().isAfter(day)) {
                reversed.add(row.reverses());
            }
        }
        Map<Series, LedgerSumQueries.Entry> latest = new HashMap<>();
        for (LedgerSumQueries.Entry row : rows) {
            if (row.reverses() == null && !row.occurredOn().isAfter(day) && !reversed.contains(row.id())) {
                latest.merge(
                        new Series(row.phase(), row.target()),
                        row,
                        (one, other) -> LATER.compare(one, other) >= 0 ? one : other);
            }
        }
        Set<Long> ids = new HashSet<>();
        latest.values().forEach(row -> ids.add(row.id()));
        return rows.stream().filter(row -> ids.contains(row.id())).toList();
    }
}
