package cn.guatu.supervision;

import java.util.Optional;

/** State of a meeting decision (议定事项, semantics §14). */
public enum DecisionStatus {
    /** 未交办 */
    NOT_ASSIGNED("未交办"),
    /** 已交办 */
    ASSIGNED("已交办"),
    /** 已签收 */
    SIGNED("已签收"),
    /** 办理中 */
    IN_PROGRESS("办理中"),
    /** 滞后 */
    LAGGING("滞后"),
    /** 待核 */
    TO_VERIFY("待核"),
    /** 销号 */
    CLOSED("销号"),
    /** 转督办 */
    SUPERVISED("转督办");

    private final String label;

    DecisionStatus(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<DecisionStatus> ofLabel(String word) {
        for (DecisionStatus each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
