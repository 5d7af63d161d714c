package cn.guatu.assessment;

import cn.guatu.org.PlanMonth;
import java.util.List;

/**
 * What came of asking for a step.
 *
 * @param month as it stands now
 * @param moved false when the step had been taken before: nothing happened
 * @param findings what the checklist has against the step
 * @param created draft scores and snapshots that are new
 * @param skipped those that were there already
 */
public record StepTaken(PlanMonth month, boolean moved, List<Finding> findings, int created, int skipped) {

    /** The list is copied. */
    public StepTaken {
        findings = List.copyOf(findings);
    }
}
