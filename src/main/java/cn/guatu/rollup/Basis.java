package cn.guatu.rollup;

/** Where the denominator of a street, department or cell comes from (semantics §5a); absent is null. */
public enum Basis {
    /** 目标分解: the part of the target allocated to the unit. */
    ALLOCATED("目标分解"),
    /** 按项目计划: the quantities planned on the nodes of its phases, shares applied. */
    PLANNED("按项目计划");

    private final String label;

    Basis(String label) {
        this.label = label;
    }

    /** The Chinese words for screens and documents; never null. */
    public String label() {
        return label;
    }
}
