package cn.guatu.scheduling;

import cn.guatu.project.Phase;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phase in the pool of reserve.
 *
 * @param phase the phase
 * @param state where it stands
 * @param probability that it delivers within the year, 0 to 1
 * @param judged whether somebody said so; else it is the usual one of its state
 * @param remark in words; null for none
 * @param expected what its nodes are planned to count towards each target
 * @param version counts changes of its place; 0 when nobody has placed it
 */
public record ReserveEntry(
        Phase phase,
        PoolState state,
        BigDecimal probability,
        boolean judged,
        @Nullable String remark,
        Map<TargetId, BigDecimal> expected,
        int version) {
    /** Keeps its own copy of the map. */
    public ReserveEntry {
        expected = Map.copyOf(expected);
    }
}
