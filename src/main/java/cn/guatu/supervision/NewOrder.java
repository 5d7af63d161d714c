package cn.guatu.supervision;

import cn.guatu.org.UnitId;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A 督办单 to be issued.
 *
 * @param planYear the plan year of the item
 * @param phase the phase of the item; null for a decision
 * @param node its node; null when it is the phase as a whole
 * @param decision the 议定事项 that was turned into supervision; null for a phase or node
 * @param subject the item in words
 * @param reason why
 * @param demand what is demanded
 * @param department who has to answer
 * @param leader 责任领导; null when none is named
 * @param deadline the day to answer by
 */
public record NewOrder(
        int planYear,
        @Nullable PhaseId phase,
        @Nullable NodeId node,
        @Nullable DecisionId decision,
        String subject,
        String reason,
        String demand,
        UnitId department,
        @Nullable String leader,
        LocalDate deadline) {

    /** The key of the item, of which one order may be open: {@code node:12}, {@code phase:5} or {@code decision:7}. */
    String subjectKey() {
        return decision != null
                ? "decision:" + decision.value()
                : PlannedStep.subjectKey(Objects.requireNonNull(phase), node);
    }
}
