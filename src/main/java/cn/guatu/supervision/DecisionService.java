package cn.guatu.supervision;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.persistence.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The register of what meetings decided (议定事项, semantics §14). */
@Service
public class DecisionService {

    private final DecisionQueries queries;
    private final DecisionStore store;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;

    DecisionService(
            DecisionQueries queries, DecisionStore store, ChangeLog changes, RetryingTransactions transactions) {
        this.queries = queries;
        this.store = store;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** The decisions of a year in the order of the workbook. */
    public List<Decision> all(int year) {
        return queries.all(year);
    }

    /**
     * Creates and changes decisions; what is as it should be is left alone.
     *
     * @return their ids, in order
     * @throws Refusal CONFLICT for a matter that a meeting has decided twice
     */
    public List<DecisionId> save(List<DecisionData> decisions, Recording how) {
        return transactions.execute(() -> saved(decisions, null, how));
    }

    /**
     * Changes one decision.
     *
     * @param decision with its id
     * @param version the one that the change was made on
     * @throws Refusal CONFLICT when somebody else has changed it since
     */
    public void edit(DecisionData decision, int version, Recording how) {
        transactions.run(() -> saved(List.of(decision), version, how));
    }

    private List<DecisionId> saved(List<DecisionData> decisions, @Nullable Integer version, Recording how) {
        if (decisions.isEmpty()) {
            return List.of();
        }
        Rows.Saved saved = store.save(decisions, version, how);
        Map<Integer, List<DecisionData>> byYear = new TreeMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            if (saved.changed().contains(saved.ids().get(i))) {
                byYear.computeIfAbsent(decisions.get(i).year(), year -> new ArrayList<>())
                        .add(decisions.get(i));
            }
        }
        byYear.forEach((year, changed) -> changes.record(
                how,
                year,
                "DECISIONS",
                changed.size() == 1 ? changed.getFirst().matter() : "议定事项 " + changed.size() + " 条"));
        return saved.ids().stream().map(DecisionId::new).toList();
    }
}
