package cn.guatu.supervision;

import java.util.Optional;

/** Cause class of a blocker (堵点, semantics §14). */
public enum BlockerCause {
    /** 本局 */
    OWN_BUREAU("本局"),
    /** 外单位 */
    OTHER_UNIT("外单位"),
    /** 企业 */
    ENTERPRISE("企业"),
    /** 上级政策 */
    POLICY("上级政策"),
    /** 资金 */
    FUNDS("资金"),
    /** 其他 */
    OTHER("其他");

    private final String label;

    BlockerCause(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<BlockerCause> ofLabel(String word) {
        for (BlockerCause each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
