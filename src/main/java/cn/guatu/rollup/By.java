package cn.guatu.rollup;

/** What a roll-up is broken down by. Both together give street × department cells. */
public enum By {
    /** 街道 */
    STREET("街道"),
    /** 科室: the lead department (or task force) of the phase, not of the target */
    DEPARTMENT("科室");

    private final String label;

    By(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and documents; never null. */
    public String label() {
        return label;
    }
}
