package cn.guatu.planning.rule;

import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseData;
import cn.guatu.target.Allocation;
import cn.guatu.target.Target;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record of the plan as it was and as somebody wants it. {@code before} null creates, {@code after} null removes; the id in
 * {@code after} of a creation is only a handle by which later changes of the same step, and undo, refer to the new record.
 */
public sealed interface PlanChange {

    /** A target without its value. */
    record OfTarget(@Nullable Target before, @Nullable TargetData after) implements PlanChange {}

    /**
     * The value of a target that is still 预计.
     *
     * @param before in force at the end of the year; null: none
     * @param after null: no figure yet
     */
    record OfValue(
            TargetId target,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) implements PlanChange {}

    /** The parts of a target for streets and departments, all of them (目标分解). */
    record OfAllocations(TargetId target, List<Allocation> before, List<Allocation> after) implements PlanChange {
        /** The lists are copied. */
        public OfAllocations {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** A phase; its nodes are changes of their own. */
    record OfPhase(@Nullable Phase before, @Nullable PhaseData after) implements PlanChange {}

    /**
     * A node.
     *
     * @param waitsFor 前置节点 afterwards
     * @param undated whether nobody has decided the date afterwards; it then stands on the assumed day
     * @param wasUndated the same before
     */
    record OfNode(
            @Nullable Node before, @Nullable NodeData after, Set<NodeId> waitsFor, boolean undated, boolean wasUndated)
            implements PlanChange {
        /** The set is copied. */
        public OfNode {
            waitsFor = Set.copyOf(waitsFor);
        }
    }
}
