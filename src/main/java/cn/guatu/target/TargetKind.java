package cn.guatu.target;

import java.util.Optional;

/** How a target adds up over time and place (semantics §3). */
public enum TargetKind {
    /** 累计: sums; the default */
    FLOW("累计"),
    /** 时点: latest value of each phase */
    STOCK("时点"),
    /** 比率: ratio of sums */
    RATIO("比率"),
    /** 里程碑: weight of completed nodes */
    MILESTONE("里程碑");

    private final String label;

    TargetKind(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<TargetKind> ofLabel(String word) {
        for (TargetKind each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
