package cn.guatu.planning.rule;

import java.util.List;

/**
 * What one person did at once, to be done or undone as a whole.
 *
 * @param words what it was, for the notice and the undo button, e.g. 修改责任人
 * @param changes in the order in which they must be made
 */
public record PlanStep(String words, List<PlanChange> changes) {

    /** The list is copied. */
    public PlanStep {
        changes = List.copyOf(changes);
    }
}
