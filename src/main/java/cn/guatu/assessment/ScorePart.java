package cn.guatu.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a scorecard. Its score is exactly the sum of the points of its items.
 *
 * @param name 指标进度, 节点按期, …
 * @param kind what it does to the score
 * @param weight as the rules say; 0 for bonus and deductions
 * @param effectiveWeight after renormalisation over the parts that apply; 0 when this one does not
 * @param score points; null when the part does not apply
 * @param items every point won or lost, with its name
 * @param note why the part does not apply; null when it does
 */
public record ScorePart(
        String name,
        PartKind kind,
        BigDecimal weight,
        BigDecimal effectiveWeight,
        @Nullable BigDecimal score,
        List<ScoreItem> items,
        @Nullable String note) {

    /** The list is copied. */
    public ScorePart {
        items = List.copyOf(items);
    }
}
