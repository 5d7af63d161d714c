package cn.guatu.target;

import java.util.Optional;

/** Whether more or less is better (semantics §3). */
public enum Direction {
    /** 越大越好 */
    UP("越大越好"),
    /** 越小越好: only for STOCK and RATIO */
    DOWN("越小越好");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<Direction> ofLabel(String word) {
        for (Direction each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
