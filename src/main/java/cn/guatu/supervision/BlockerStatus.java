package cn.guatu.supervision;

import java.util.Optional;

/** State of a blocker (rulings, workbook). */
public enum BlockerStatus {
    /** 未解决 */
    OPEN("未解决"),
    /** 协调中 */
    COORDINATING("协调中"),
    /** 已解决 */
    RESOLVED("已解决"),
    /** 已销号 */
    CLOSED("已销号");

    private final String label;

    BlockerStatus(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<BlockerStatus> ofLabel(String word) {
        for (BlockerStatus each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
