package cn.guatu.rollup.api;

import static cn.guatu.platform.api.ApiNumbers.amount;
import static cn.guatu.platform.api.ApiNumbers.fraction;

import cn.guatu.rollup.Basis;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.RollupRow;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of {@code GET /years/{y}/rollup}; the fields mean what {@link RollupRow} says. */
record RollupAnswer(
        @Nullable String street,
        @Nullable String department,
        String targetCode,
        @Nullable BigDecimal target,
        @Nullable Basis basis,
        @Nullable BigDecimal achieved,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal deviation,
        Light light,
        String lightReason,
        @Nullable Light worstChild,
        @Nullable BigDecimal involved,
        int missing) {

    static RollupAnswer of(RollupRow row) {
        return new RollupAnswer(
                row.street(),
                row.department(),
                row.targetCode(),
                amount(row.target()),
                row.basis(),
                amount(row.achieved()),
                fraction(row.rate()),
                fraction(row.expected()),
                fraction(row.deviation()),
                row.light(),
                row.lightReason(),
                row.worstChild(),
                amount(row.involved()),
                row.missing());
    }
}
