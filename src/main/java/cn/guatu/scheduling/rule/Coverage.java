package cn.guatu.scheduling.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a target is covered by what is planned and what is in reserve (semantics §11): (Σ expected of in-plan phases + Σ reserve ×
 * probability) / target, and the same at face value.
 *
 * @param target the value in force; null when there is none
 * @param inPlan Σ expected of in-plan phases
 * @param reserve Σ of the reserve at face value
 * @param weighted Σ of the reserve, each by its probability
 */
public record Coverage(@Nullable BigDecimal target, BigDecimal inPlan, BigDecimal reserve, BigDecimal weighted) {

    /**
     * What a phase in reserve is expected to bring.
     *
     * @param expected in the unit of the target
     * @param probability 0 to 1
     */
    public record Part(BigDecimal expected, BigDecimal probability) {}

    /** Adds the parts of the reserve up. */
    public static Coverage of(@Nullable BigDecimal target, BigDecimal inPlan, List<Part> reserve) {
        return new Coverage(
                target,
                inPlan,
                reserve.stream().map(Part::expected).reduce(BigDecimal.ZERO, BigDecimal::add),
                reserve.stream()
                        .map(part -> part.expected().multiply(part.probability()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Coverage with the reserve at face value, a fraction; null without a target. */
    public @Nullable BigDecimal atFaceValue() {
        return share(inPlan.add(reserve));
    }

    /** Coverage with the reserve by probability, a fraction; null without a target. */
    public @Nullable BigDecimal withProbability() {
        return share(inPlan.add(weighted));
    }

    /** Coverage by what is in the plan alone, a fraction; null without a target. */
    public @Nullable BigDecimal byPlan() {
        return share(inPlan);
    }

    private @Nullable BigDecimal share(BigDecimal quantity) {
        return target == null || target.signum() == 0 ? null : quantity.divide(target, MathContext.DECIMAL64);
    }
}
