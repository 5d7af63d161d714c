package cn.guatu.progress;

import cn.guatu.org.PersonId;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of somebody in a week (semantics §12).
 *
 * @param node null: the phase as a whole
 * @param owner who answers; null when he has no record
 * @param reason why it is asked, for the person who is asked, in Chinese
 */
public record Ask(
        PhaseId phase, @Nullable NodeId node, @Nullable PersonId owner, String reason) {}
