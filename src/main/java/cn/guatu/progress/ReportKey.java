package cn.guatu.progress;

import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import org.jspecify.annotations.Nullable;

/**
 * What is reported on: a node, or a phase as a whole, in a week. There is one report of it.
 *
 * @param node null: the phase as a whole
 */
public record ReportKey(
        ReportingWeek week, PhaseId phase, @Nullable NodeId node) {

    /** The same item in another week. */
    public ReportKey in(ReportingWeek other) {
        return new ReportKey(other, phase, node);
    }

    /** The node's key, or 0 for the phase as a whole. */
    long nodeKey() {
        return node == null ? 0 : node.value();
    }
}
