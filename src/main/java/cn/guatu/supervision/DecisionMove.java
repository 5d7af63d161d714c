package cn.guatu.supervision;

import static cn.guatu.supervision.DecisionStatus.ASSIGNED;
import static cn.guatu.supervision.DecisionStatus.CLOSED;
import static cn.guatu.supervision.DecisionStatus.IN_PROGRESS;
import static cn.guatu.supervision.DecisionStatus.LAGGING;
import static cn.guatu.supervision.DecisionStatus.NOT_ASSIGNED;
import static cn.guatu.supervision.DecisionStatus.SIGNED;
import static cn.guatu.supervision.DecisionStatus.SUPERVISED;
import static cn.guatu.supervision.DecisionStatus.TO_VERIFY;

import java.util.Set;

/** What can be done with a decision, from which states, and by whom (semantics §14). */
public enum DecisionMove {
    /** 交办 */
    HAND_OUT("交办", Set.of(NOT_ASSIGNED), ASSIGNED, By.OVERSIGHT),
    /** 签收 */
    SIGN("签收", Set.of(ASSIGNED), SIGNED, By.LEAD),
    /** 开始办理 */
    START("开始办理", Set.of(ASSIGNED, SIGNED), IN_PROGRESS, By.LEAD),
    /** 滞后: the day has passed */
    LAG("滞后", Set.of(ASSIGNED, SIGNED, IN_PROGRESS), LAGGING, By.SYSTEM),
    /** 报办结 */
    REPORT_DONE("报办结", Set.of(ASSIGNED, SIGNED, IN_PROGRESS, LAGGING, SUPERVISED), TO_VERIFY, By.LEAD),
    /** 销号 */
    CLOSE("销号", Set.of(TO_VERIFY), CLOSED, By.OVERSIGHT),
    /** 退回: it is not done */
    RETURN("退回", Set.of(TO_VERIFY), IN_PROGRESS, By.OVERSIGHT),
    /** 转督办 */
    SUPERVISE("转督办", Set.of(ASSIGNED, SIGNED, IN_PROGRESS, LAGGING), SUPERVISED, By.OVERSIGHT),
    /** 重新开启 */
    REOPEN("重新开启", Set.of(CLOSED), IN_PROGRESS, By.OVERSIGHT);

    /** Whose move it is. */
    public enum By {
        /** supervisors and leaders */
        OVERSIGHT,
        /** people of the lead unit, and supervisors for them */
        LEAD,
        /** a job */
        SYSTEM
    }

    private final String label;
    private final Set<DecisionStatus> from;
    private final DecisionStatus to;
    private final By by;

    DecisionMove(String label, Set<DecisionStatus> from, DecisionStatus to, By by) {
        this.label = label;
        this.from = from;
        this.to = to;
        this.by = by;
    }

    /** The verb on the button. */
    public String label() {
        return label;
    }

    /** Whether it can be done in this state. */
    public boolean fits(DecisionStatus status) {
        return from.contains(status);
    }

    /** The state after it. */
    public DecisionStatus to() {
        return to;
    }

    /** Whose move it is. */
    public By by() {
        return by;
    }
}
