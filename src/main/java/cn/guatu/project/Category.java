package cn.guatu.project;

import java.util.Optional;

/** Kind of project (类别). */
public enum Category {
    /** 城市更新 */
    RENEWAL("城市更新"),
    /** 土地整备 */
    LAND_PREPARATION("土地整备"),
    /** 综合整治 */
    IMPROVEMENT("综合整治"),
    /** 民生设施 */
    PUBLIC_FACILITY("民生设施"),
    /** 其他: the default */
    OTHER("其他");

    private final String label;

    Category(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<Category> ofLabel(String word) {
        for (Category each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
