package cn.guatu.rollup;

import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a target's figure at a cut-off since an instant: known then + 补报 + 更正 = known now (semantics §13). It adds up for
 * every kind of target, because each summand is a difference of figures worked out by the same rules: first with what was known then,
 * then with what came late besides, then with all that is known now.
 *
 * @param targetCode 编码
 * @param targetName 名称
 * @param unit 单位
 * @param kind 类型
 * @param then achieved as known then; null: 未报
 * @param late what came late and is new: ledger rows, or for a MILESTONE completed nodes; 0 for nothing
 * @param corrected all other changes: reversed, replaced and negative rows, changed weights, parts, targets; 0 for nothing
 * @param now achieved as known now; null: 未报
 * @param lightThen 灯 as known then
 * @param lightWithLate 灯 had everything that came late been there in time
 * @param rows what stands behind it, oldest first
 */
public record Revision(
        String targetCode,
        String targetName,
        String unit,
        TargetKind kind,
        @Nullable BigDecimal then,
        BigDecimal late,
        BigDecimal corrected,
        @Nullable BigDecimal now,
        @Nullable Light lightThen,
        @Nullable Light lightWithLate,
        List<Row> rows) {

    /** The list is copied. */
    public Revision {
        rows = List.copyOf(rows);
    }

    /** A ledger row, or a completed node of a MILESTONE, that was recorded since; {@code correction} says in which summand it is. */
    public record Row(Explanation.Row row, boolean correction) {}
}
