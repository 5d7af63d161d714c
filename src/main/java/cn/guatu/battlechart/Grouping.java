package cn.guatu.battlechart;

/** What the rows of the chart stand under. */
public enum Grouping {
    /** A phase in two streets stands under both. */
    STREET("街道"),
    /** 牵头科室 */
    DEPARTMENT("科室"),
    /** 责任领导 */
    LEADER("责任领导"),
    /** A phase whose nodes name several targets stands under each. */
    TARGET("指标");

    private final String label;

    Grouping(String label) {
        this.label = label;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}
