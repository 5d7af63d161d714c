package cn.guatu.assessment.rule;

import cn.guatu.org.UnitKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A typed row of the scoring rules.
 *
 * @param name the criterion in words
 * @param measure what it looks at
 * @param appliesTo the kinds of units that it applies to
 * @param points of each occurrence, negative when it costs; null for a measure with bands
 * @param absentCredit the band of NULL: what an item without a value earns, 0 to 1; null for a measure without bands
 * @param bands cover every value exactly once; empty for a measure without bands
 */
public record ScoreRule(
        String name,
        Measure measure,
        Set<UnitKind> appliesTo,
        @Nullable BigDecimal points,
        @Nullable BigDecimal absentCredit,
        List<Band> bands) {

    /** The collections are copied. */
    public ScoreRule {
        appliesTo = Set.copyOf(appliesTo);
        bands = List.copyOf(bands);
    }

    /** What an item with this value earns, 0 to 1; nothing outside every band. */
    BigDecimal credit(@Nullable BigDecimal value) {
        if (value == null) {
            return Objects.requireNonNullElse(absentCredit, BigDecimal.ZERO);
        }
        return bands.stream()
                .filter(band -> band.holds(value))
                .findFirst()
                .map(band -> band.creditOf(value))
                .orElse(BigDecimal.ZERO);
    }
}
