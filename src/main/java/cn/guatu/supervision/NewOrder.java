package cn.guatu.supervision;

import cn.guatu.org.UnitId;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A 督办单 to be issued.
 *
 * @param planYear the plan year of the item
 * @param phase the phase of the item
 * @param node its node; null when it is the phase as a whole
 * @param subject the item in words
 * @param reason why
 * @param demand what is demanded
 * @param department who has to answer
 * @param leader 责任领导; null when none is named
 * @param deadline the day to answer by
 */
public record NewOrder(
        int planYear,
        PhaseId phase,
        @Nullable NodeId node,
        String subject,
        String reason,
        String demand,
        UnitId department,
        @Nullable String leader,
        LocalDate deadline) {}
