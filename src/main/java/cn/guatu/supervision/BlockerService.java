package cn.guatu.supervision;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.persistence.Rows;
import cn.guatu.project.PhaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What holds phases up (堵点, semantics §14). */
@Service
public class BlockerService {

    private final BlockerQueries queries;
    private final BlockerStore store;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;

    BlockerService(BlockerQueries queries, BlockerStore store, ChangeLog changes, RetryingTransactions transactions) {
        this.queries = queries;
        this.store = store;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** The blockers of a year's phases in the order of the workbook. */
    public List<Blocker> all(int year) {
        return queries.all(year);
    }

    /** The blockers of a phase. */
    public List<Blocker> of(PhaseId phase) {
        return queries.of(phase);
    }

    /**
     * Creates and changes blockers; what is as it should be is left alone.
     *
     * @return their ids, in order
     * @throws Refusal CONFLICT for a problem that a phase has twice, INVALID for a target of another year
     */
    public List<BlockerId> save(List<BlockerData> blockers, Recording how) {
        return transactions.execute(() -> saved(blockers, null, how));
    }

    /**
     * Changes one blocker.
     *
     * @param blocker with its id
     * @param version the one that the change was made on
     * @throws Refusal CONFLICT when somebody else has changed it since
     */
    public void edit(BlockerData blocker, int version, Recording how) {
        transactions.run(() -> saved(List.of(blocker), version, how));
    }

    private List<BlockerId> saved(List<BlockerData> blockers, @Nullable Integer version, Recording how) {
        if (blockers.isEmpty()) {
            return List.of();
        }
        Rows.Saved saved = store.save(blockers, version, how);
        if (store.anyForeignTarget(saved.changed())) {
            throw Refusal.invalid("堵点的涉及指标须属于同一年度，请核对。");
        }
        store.countByYear(saved.changed())
                .forEach((year, count) -> changes.record(
                        how,
                        year,
                        "BLOCKERS",
                        blockers.size() == 1 ? blockers.getFirst().problem() : "堵点 " + count + " 条"));
        return saved.ids().stream().map(BlockerId::new).toList();
    }
}
