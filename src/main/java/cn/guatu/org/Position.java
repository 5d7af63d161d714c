package cn.guatu.org;

import java.util.Optional;

/** What a person does (workbook sheet 人员, 岗位); also the role an account gets. */
public enum Position {
    /** 局领导 */
    BUREAU_LEADER("局领导"),
    /** 科室负责人 */
    DEPARTMENT_HEAD("科室负责人"),
    /** 责任人 */
    OFFICER("责任人"),
    /** 街道联络员 */
    STREET_LIAISON("街道联络员"),
    /** 督查专员 */
    SUPERVISOR("督查专员");

    private final String label;

    Position(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<Position> ofLabel(String word) {
        for (Position each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
