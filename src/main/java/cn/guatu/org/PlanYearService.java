package cn.guatu.org;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The years that are planned and followed (年度). */
@Service
public class PlanYearService {

    /** What the change log calls a change of the year itself; it alone passes when a year is archived. */
    static final String KIND = "YEAR";

    private final PlanYearQueries queries;
    private final PlanYearStore store;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;

    PlanYearService(
            PlanYearQueries queries, PlanYearStore store, ChangeLog changes, RetryingTransactions transactions) {
        this.queries = queries;
        this.store = store;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** All years, the latest first. */
    public List<PlanYear> years() {
        return queries.all();
    }

    /** The year, when it has been created. */
    public Optional<PlanYear> find(int year) {
        return queries.find(year);
    }

    /**
     * The year.
     *
     * @throws Refusal NOT_FOUND when it has not been created
     */
    public PlanYear require(int year) {
        return find(year).orElseThrow(() -> Refusal.notFound("系统中没有 " + year + " 年度；请先建立该年度或导入其一张表。"));
    }

    /**
     * Creates a year.
     *
     * @param year 2000 to 2100
     * @throws Refusal CONFLICT when it exists, INVALID when it is out of range
     */
    public void create(int year, PlanYearState state, Recording how) {
        if (year < 2000 || year > 2100) {
            throw Refusal.invalid("年度须在 2000 至 2100 之间。");
        }
        transactions.run(() -> {
            if (find(year).isPresent()) {
                throw Refusal.conflict(year + " 年度已经存在。");
            }
            store.insert(year, state, how);
            changes.record(how, year, KIND, year + " 年度：" + state.label());
        });
    }

    /**
     * Moves a year one state on or back: 编制, 执行, 归档.
     *
     * @throws Refusal NOT_FOUND when there is no such year, CONFLICT when the state is not the next or the one before
     */
    public void setState(int year, PlanYearState state, Recording how) {
        transactions.run(() -> {
            PlanYear now = store.lock(year).orElseGet(() -> require(year));
            if (now.state() == state) {
                return;
            }
            if (Math.abs(now.state().ordinal() - state.ordinal()) > 1) {
                throw Refusal.conflict(
                        year + " 年度现为“" + now.state().label() + "”，不能直接改为“" + state.label() + "”；请先转为“执行”。");
            }
            store.setState(year, state);
            changes.record(how, year, KIND, year + " 年度：" + now.state().label() + " → " + state.label());
        });
    }
}
