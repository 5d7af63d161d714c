package cn.guatu.supervision;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of the ladder that was taken: once per rule, subject, period and level.
 *
 * @param rule what was watched
 * @param phase the phase of the item
 * @param node its node; null when the item is the phase as a whole
 * @param subject the item in words: 项目编码/分期/节点
 * @param period the week, as {@code 2026-W24}
 * @param level which step
 * @param to the names of those who were told, with 、 between them
 * @param message what they were told
 * @param daysLate working days late; for reports, weeks in a row without one
 * @param sentAt when
 * @param state whether it still stands
 * @param order the 督办单 that it brought; null for the other levels
 */
public record SupervisionStep(
        LadderRule rule,
        PhaseId phase,
        @Nullable NodeId node,
        String subject,
        String period,
        LadderLevel level,
        String to,
        String message,
        int daysLate,
        Instant sentAt,
        StepState state,
        @Nullable OrderId order) {}
