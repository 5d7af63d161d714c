package cn.guatu.scheduling;

import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A phase of the reserve that was taken into the plan (替补).
 *
 * @param target for which target
 * @param in the phase that was taken in
 * @param out the phase that will miss, which keeps its miss; null when no single one is meant
 * @param quantity what it is to bring
 * @param reason why
 * @param actor who, by account
 * @param at when
 */
public record Swap(
        TargetId target,
        PhaseId in,
        @Nullable PhaseId out,
        BigDecimal quantity,
        String reason,
        String actor,
        Instant at) {}
