package cn.guatu.org;

import java.util.Optional;

/** What a unit is (workbook sheet 组织, 类型). */
public enum UnitKind {
    /** 区 */
    DISTRICT("区"),
    /** 街道 */
    STREET("街道"),
    /** 科室: may lead */
    DEPARTMENT("科室"),
    /** 专班: a task force; may lead like a department */
    TASK_FORCE("专班");

    private final String label;

    UnitKind(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<UnitKind> ofLabel(String word) {
        for (UnitKind each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
