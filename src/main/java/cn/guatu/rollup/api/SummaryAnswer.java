package cn.guatu.rollup.api;

import static cn.guatu.platform.api.ApiNumbers.fraction;

import cn.guatu.rollup.Light;
import cn.guatu.rollup.UnitSummary;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of {@code GET /years/{y}/summary}: 综合完成率 of the year ({@code unit} null) or of a unit. */
record SummaryAnswer(
        @Nullable String unit,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal deviation,
        Light light,
        String lightReason,
        int targets,
        int withoutRate) {

    static SummaryAnswer of(UnitSummary summary) {
        return new SummaryAnswer(
                summary.unit(),
                fraction(summary.rate()),
                fraction(summary.expected()),
                fraction(summary.deviation()),
                summary.light(),
                summary.lightReason(),
                summary.targets(),
                summary.withoutRate());
    }
}
