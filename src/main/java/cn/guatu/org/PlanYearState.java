package cn.guatu.org;

/** How far a plan year is (semantics §1). */
public enum PlanYearState {
    /** 编制: being planned */
    DRAFT("编制"),
    /** 执行: being carried out */
    ACTIVE("执行"),
    /** 归档: over */
    ARCHIVED("归档");

    private final String label;

    PlanYearState(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and documents; never null. */
    public String label() {
        return label;
    }
}
