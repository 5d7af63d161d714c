package cn.guatu.rollup.rule;

import cn.guatu.rollup.Light;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 综合完成率, the one figure of a unit or of the year (semantics §5b).
 *
 * @param rate weighted mean of the rates, each capped at 1; null when no target has one
 * @param expected 综合序时, the same mean of the expected progress; null when absent
 * @param deviation rate − expected; null when one is absent
 * @param light by the rule for targets
 * @param reason why, in one sentence
 * @param targets how many targets are in scope
 * @param withoutRate how many of them have no rate
 */
public record Overall(
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal deviation,
        Light light,
        String reason,
        int targets,
        int withoutRate) {

    /**
     * A target in the mean.
     *
     * @param weight 权重; null counts as 1
     * @param rate null: "—", left out and counted
     * @param expected null: left out of 综合序时 only
     */
    public record Part(
            @Nullable BigDecimal weight,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected) {

        private BigDecimal weightOrOne() {
            return weight == null ? BigDecimal.ONE : weight;
        }
    }

    /** The mean over these targets, weights renormalised over those that have a rate. */
    public static Overall of(List<Part> parts) {
        Mean rates = new Mean();
        Mean paces = new Mean();
        int withoutRate = 0;
        for (Part part : parts) {
            if (part.rate() == null) {
                withoutRate++;
                continue;
            }
            rates.add(part.weightOrOne(), part.rate());
            if (part.expected() != null) {
                paces.add(part.weightOrOne(), part.expected());
            }
        }
        BigDecimal rate = rates.value();
        BigDecimal expected = paces.value();
        LightRule.Verdict verdict = LightRule.DEFAULT.judge(rate, expected, rate, "没有可计算完成率的指标");
        return new Overall(
                rate,
                expected,
                rate == null || expected == null ? null : rate.subtract(expected),
                verdict.light(),
                verdict.reason(),
                parts.size(),
                withoutRate);
    }

    /** A weighted mean of fractions, each capped at 1: nobody's excess covers somebody else's shortfall. */
    private static final class Mean {
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal weights = BigDecimal.ZERO;

        void add(BigDecimal weight, BigDecimal fraction) {
            sum = sum.add(weight.multiply(fraction.min(BigDecimal.ONE)));
            weights = weights.add(weight);
        }

        @Nullable
        BigDecimal value() {
            return weights.signum() == 0 ? null : Exact.divide(sum, weights);
        }
    }
}
