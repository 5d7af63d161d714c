package cn.guatu.planning;

import cn.guatu.rollup.TargetFigure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value would change, worked out by the roll-up on a version that is not written.
 *
 * @param day the day on which both sides are worked out: the later of today and the effective date, within the year
 * @param rows the target and every other one whose gap, rate or light would be another
 * @param planned Σ quantities on nodes of 计划内 phases
 * @param reserve Σ quantities on nodes of 储备 phases, at face value
 */
public record ProposalEffect(LocalDate day, List<Row> rows, BigDecimal planned, BigDecimal reserve) {

    /** The list is copied. */
    public ProposalEffect {
        rows = List.copyOf(rows);
    }

    /** A target before and after. */
    public record Row(TargetFigure before, TargetFigure after) {}

    /** 覆盖率 at face value: (计划内 + 储备) / target; null without a target (semantics §11). */
    public @Nullable BigDecimal coverage(@Nullable BigDecimal target) {
        return target == null || target.signum() == 0
                ? null
                : planned.add(reserve).divide(target, 6, RoundingMode.HALF_UP);
    }
}
