package cn.guatu.supervision;

/** State of a step of the ladder. */
public enum StepState {
    /** 已发送: who is named was told */
    SENT("已发送"),
    /** 已补记: the week was over when it was worked; accounted for and told in the next digest only */
    RECORDED("已补记"),
    /** 已办结: the item was reported, or the node completed, since */
    SETTLED("已办结");

    private final String label;

    StepState(String label) {
        this.label = label;
    }

    /** The Chinese word for screens. */
    public String label() {
        return label;
    }
}
