package cn.guatu.assessment.api;

import cn.guatu.assessment.BridgeRow;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** 发布值 + 补报 + 更正 = 最新值; an absent value is null and counts as 0 in the sum. */
record BridgeAnswer(
        String targetCode,
        @Nullable BigDecimal published,
        BigDecimal late,
        BigDecimal corrected,
        @Nullable BigDecimal now) {

    static BridgeAnswer of(BridgeRow row) {
        return new BridgeAnswer(row.targetCode(), row.published(), row.late(), row.corrected(), row.now());
    }
}
