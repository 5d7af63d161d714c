package cn.guatu.target;

import java.util.Optional;

/** How a sub-target belongs to its parent (其中关系, semantics §6). */
public enum OfWhich {
    /** 全部: the parts make up the whole */
    PARTITION("全部"),
    /** 部分: part of the whole, may overlap, never added */
    SUBSET("部分");

    private final String label;

    OfWhich(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<OfWhich> ofLabel(String word) {
        for (OfWhich each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
