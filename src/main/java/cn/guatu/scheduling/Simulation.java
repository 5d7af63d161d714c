package cn.guatu.scheduling;

import cn.guatu.project.Phase;
import cn.guatu.scheduling.rule.Coverage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who could stand in for a target that is behind.
 *
 * @param coverage as it is
 * @param achieved recognised so far
 * @param inTime what open nodes of the plan can still add before the year ends, by the forward pass
 * @param shortfall target less both; null without a target; negative: more than enough
 * @param missing phases of the plan whose quantity cannot come before the year ends
 * @param candidates phases in reserve, the best first
 */
public record Simulation(
        Coverage coverage,
        BigDecimal achieved,
        BigDecimal inTime,
        @Nullable BigDecimal shortfall,
        List<Miss> missing,
        List<Candidate> candidates) {
    /** Keeps its own copies of the lists. */
    public Simulation {
        missing = List.copyOf(missing);
        candidates = List.copyOf(candidates);
    }

    /**
     * A phase of the plan that will not bring all that it was to bring this year.
     *
     * @param phase the phase
     * @param quantity what cannot come in time
     * @param end when it can at the earliest
     */
    public record Miss(Phase phase, BigDecimal quantity, LocalDate end) {}

    /**
     * A phase in reserve.
     *
     * @param entry the phase with its place in the pool
     * @param quantity what it can add before the year ends; 0 when it comes too late
     * @param end when its last counting node can be done at the earliest, by the forward pass
     * @param inTime whether that is before the year ends
     * @param face coverage at face value with it in the plan, a fraction; null without a target
     * @param likely expected result of the year over the target with it in the plan, by probability; null without a target
     */
    public record Candidate(
            ReserveEntry entry,
            BigDecimal quantity,
            LocalDate end,
            boolean inTime,
            @Nullable BigDecimal face,
            @Nullable BigDecimal likely) {}
}
