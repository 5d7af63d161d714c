package cn.guatu.assessment;

import cn.guatu.rollup.Revision;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 发布值 + 补报 + 更正 = 最新值 of a target in a published month (semantics §13). It adds up to the last digit; an absent value counts as 0.
 *
 * @param targetCode 编码
 * @param targetName 名称
 * @param unit 单位
 * @param kind 类型
 * @param published the value of the snapshot; null: 未报
 * @param late what was recorded after it and is new
 * @param corrected all other changes since
 * @param now the value of the month's end as now known; null: 未报
 * @param rows what stands behind it
 */
public record BridgeRow(
        String targetCode,
        String targetName,
        String unit,
        TargetKind kind,
        @Nullable BigDecimal published,
        BigDecimal late,
        BigDecimal corrected,
        @Nullable BigDecimal now,
        List<Revision.Row> rows) {

    /** The list is copied. */
    public BridgeRow {
        rows = List.copyOf(rows);
    }

    /** Whether anything changed since the publication. */
    public boolean isChanged() {
        return late.signum() != 0 || corrected.signum() != 0 || !rows.isEmpty();
    }
}
