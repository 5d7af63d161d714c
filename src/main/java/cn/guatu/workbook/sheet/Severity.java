package cn.guatu.workbook.sheet;

/** How bad a problem is: with any ERROR nothing is written. */
public enum Severity {
    /** 错误 */
    ERROR("错误"),
    /** 提醒 */
    WARNING("提醒");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and reports. */
    public String label() {
        return label;
    }
}
