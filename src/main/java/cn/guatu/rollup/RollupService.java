package cn.guatu.rollup;

import cn.guatu.security.AccessScope;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The one place where completion is worked out. Every call reads what it needs in a small fixed number of statements, however many
 * projects there are, in one read-only transaction, and then computes purely. Unknown years, targets and units are refused as not
 * found.
 */
@Service
public class RollupService {

    /** All targets of the year in workbook order. For a slice: the targets it has to do with, and their parents. */
    public List<TargetFigure> targets(int year, AsOf asOf, AccessScope scope) {
        throw new UnsupportedOperationException();
    }

    /** 综合完成率 of the year ({@code by} null: one row), or of each street or department that has a target in scope. */
    public List<UnitSummary> summary(int year, @Nullable By by, AsOf asOf, AccessScope scope) {
        throw new UnsupportedOperationException();
    }

    /**
     * A row per target and unit that has an allocation, a planned quantity or a ledger row; no total row.
     *
     * @param by one, or both for street × department cells; not empty
     * @param targetCode only this target; null for all
     */
    public List<RollupRow> rollup(int year, Set<By> by, @Nullable String targetCode, AsOf asOf, AccessScope scope) {
        throw new UnsupportedOperationException();
    }

    /**
     * The 口径卡 of one figure.
     *
     * @param street name of a street; null for all
     * @param department name of a department or task force; null for all
     */
    public Explanation explain(
            int year,
            String targetCode,
            @Nullable String street,
            @Nullable String department,
            AsOf asOf,
            AccessScope scope) {
        throw new UnsupportedOperationException();
    }

    /** Nodes of the year, by planned date. */
    public List<NodeFigure> nodes(int year, NodeState state, AsOf asOf, AccessScope scope) {
        throw new UnsupportedOperationException();
    }

    /** 综合完成率 and 综合序时 at the end of each month, up to the day asked for. Always twelve points. */
    public List<TrendPoint> trend(int year, AsOf asOf, AccessScope scope) {
        throw new UnsupportedOperationException();
    }
}
