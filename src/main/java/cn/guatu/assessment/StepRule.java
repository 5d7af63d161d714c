package cn.guatu.assessment;

import cn.guatu.org.MonthState;
import cn.guatu.org.MonthStep;
import cn.guatu.org.PlanMonth;
import cn.guatu.platform.failure.Refusal;

/** Which step may follow which (semantics §13). A step that has been taken stays taken: asking again changes nothing. */
final class StepRule {

    private StepRule() {}

    /**
     * Whether the step still has to be taken.
     *
     * @throws Refusal CONFLICT when another one comes first; it names that one
     */
    static boolean mayTake(PlanMonth month, MonthStep step) {
        MonthState now = month.state();
        if (step == MonthStep.REOPEN) {
            if (!month.isPublished()) {
                throw outOfOrder(month, step);
            }
            return true;
        }
        if (step == MonthStep.APPROVE) {
            if (now != MonthState.OBJECTION) {
                throw outOfOrder(month, step);
            }
            return month.approvedAt() == null;
        }
        if (month.isPublished()) {
            if (step != MonthStep.PUBLISH) {
                throw outOfOrder(month, step);
            }
            return now == MonthState.REOPENED;
        }
        int ahead = step.leadsTo().ordinal() - now.ordinal();
        if (ahead > 1) {
            throw outOfOrder(month, step);
        }
        return ahead == 1;
    }

    private static Refusal outOfOrder(PlanMonth month, MonthStep step) {
        return Refusal.conflict(
                "%s现为“%s”，不能%s；%s。".formatted(month.title(), month.state().label(), step.label(), next(month.state())));
    }

    /** What can be done next, in words. */
    static String next(MonthState state) {
        return switch (state) {
            case OPEN -> "下一步应为“截数”";
            case CUT_OFF -> "下一步应为“转审核”";
            case REVIEW -> "下一步应为“进入异议期”";
            case OBJECTION -> "下一步应为“发布”";
            case PUBLISHED -> "如需改动，请先“重新开启”";
            case REOPENED -> "改动完成后请再次“发布”，到期未发布的自动恢复锁定";
        };
    }
}
