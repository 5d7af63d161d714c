package cn.guatu.assessment;

import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The monthly scorecard of a unit (semantics §13).
 *
 * @param unitId whose it is
 * @param unit its name
 * @param unitType 街道, 科室 or 专班; units are ranked within their type
 * @param score 0 and more, two decimals; null when no part applies: "—"
 * @param rank 1, 1, 3 within the type, by the score as printed; null without a score
 * @param parts in the order of the rules; bonus and deductions come last
 */
public record Scorecard(
        UnitId unitId,
        String unit,
        UnitKind unitType,
        @Nullable BigDecimal score,
        @Nullable Integer rank,
        List<ScorePart> parts) {

    /** The list is copied. */
    public Scorecard {
        parts = List.copyOf(parts);
    }
}
