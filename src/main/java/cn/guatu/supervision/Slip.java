package cn.guatu.supervision;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the dates of a node were moved.
 *
 * @param node which
 * @param phase its phase
 * @param times how often the planned or the forecast date was changed
 * @param by the accounts that changed them, with 、 between them
 * @param planned the planned date now
 * @param first the planned date at first
 * @param forecast the forecast now; null when there is none
 * @param workingDays how many working days the planned date moved since the first; when it did not, the forecast against it
 * @param last when it was last changed
 */
public record Slip(
        NodeId node,
        PhaseId phase,
        int times,
        String by,
        LocalDate planned,
        LocalDate first,
        @Nullable LocalDate forecast,
        int workingDays,
        Instant last) {}
