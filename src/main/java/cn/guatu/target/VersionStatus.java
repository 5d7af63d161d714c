package cn.guatu.target;

import java.util.Optional;

/** How firm a target value is; later constants win on the same day (semantics §5). */
public enum VersionStatus {
    /** 预计: 拟下达, marked 预 */
    PROVISIONAL("预计"),
    /** 正式: 正式下达 */
    CONFIRMED("正式"),
    /** 调整 */
    ADJUSTED("调整");

    private final String label;

    VersionStatus(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<VersionStatus> ofLabel(String word) {
        for (VersionStatus each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
