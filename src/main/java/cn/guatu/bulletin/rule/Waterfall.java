package cn.guatu.bulletin.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From one figure to the next, step by step; the steps add up exactly.
 *
 * @param from the figure before
 * @param steps what moved it, the largest movement first
 * @param to the figure now
 */
public record Waterfall(BigDecimal from, List<Step> steps, BigDecimal to) {

    private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_UP);

    /** Keeps its own copy. */
    public Waterfall {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param name of the target, project or reason
     * @param change signed
     * @param why one sentence
     */
    public record Step(String name, BigDecimal change, String why) {}

    /**
     * A target in 综合完成率, before and now.
     *
     * @param weight 权重, 1 when not given
     * @param before its rate; null: it had none
     * @param now its rate; null: it has none
     */
    public record Part(
            String name,
            BigDecimal weight,
            @Nullable BigDecimal before,
            @Nullable BigDecimal now) {

        private boolean stays() {
            return before != null && now != null;
        }

        private static BigDecimal capped(@Nullable BigDecimal rate) {
            return rate == null ? BigDecimal.ZERO : rate.min(BigDecimal.ONE);
        }
    }

    /**
     * 综合完成率 (semantics §5b) from month to month: a target moves it by its share of the weights times what its capped rate moved. What
     * comes from targets that had no rate before, or have none now, is one step of its own, since it changes all shares.
     */
    public static Waterfall ofOverall(List<Part> parts) {
        BigDecimal before = mean(parts, true);
        BigDecimal now = mean(parts, false);
        BigDecimal weights = weights(parts, false);
        List<Step> steps = new ArrayList<>();
        BigDecimal explained = BigDecimal.ZERO;
        for (Part part : parts) {
            if (part.stays()) {
                BigDecimal moved = Part.capped(part.now()).subtract(Part.capped(part.before()));
                if (moved.signum() != 0) {
                    BigDecimal change = part.weight().multiply(moved).divide(weights, DIGITS);
                    explained = explained.add(change);
                    steps.add(new Step(
                            part.name(),
                            change,
                            "完成率 " + Shown.rate(part.before()) + " → " + Shown.rate(part.now())
                                    + (exceeds(part) ? "（超过100%的部分不计入综合完成率）" : "")));
                }
            }
        }
        BigDecimal rest = now.subtract(before).subtract(explained);
        if (rest.abs().compareTo(new BigDecimal("1E-12")) > 0) {
            steps.add(new Step("指标范围变化", rest, "有指标由没有完成率变为有，或者由有变为没有，各指标的权重随之变化"));
        }
        steps.sort(Comparator.comparing((Step step) -> step.change().abs()).reversed());
        return new Waterfall(before, steps, now);
    }

    /** The same with the smallest steps put together, so that a chart shows no more than this many. */
    public Waterfall atMost(int most) {
        if (steps.size() <= most) {
            return this;
        }
        List<Step> shown = new ArrayList<>(steps.subList(0, most - 1));
        List<Step> others = steps.subList(most - 1, steps.size());
        BigDecimal sum = others.stream().map(Step::change).reduce(BigDecimal.ZERO, BigDecimal::add);
        shown.add(new Step("其他" + others.size() + "项", sum, "变化较小的各项之和"));
        return new Waterfall(from, shown, to);
    }

    private static boolean exceeds(Part part) {
        return part.now() != null && part.now().compareTo(BigDecimal.ONE) > 0;
    }

    private static BigDecimal mean(List<Part> parts, boolean before) {
        BigDecimal weights = weights(parts, before);
        if (weights.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : parts) {
            sum = sum.add(part.weight().multiply(Part.capped(before ? part.before() : part.now())));
        }
        return sum.divide(weights, DIGITS);
    }

    private static BigDecimal weights(List<Part> parts, boolean before) {
        return parts.stream()
                .filter(part -> (before ? part.before() : part.now()) != null)
                .map(Part::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
