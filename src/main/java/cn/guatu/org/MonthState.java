package cn.guatu.org;

/** Where a month stands in the cycle 开放 → 截数 → 审核 → 异议 → 发布 (semantics §13). */
public enum MonthState {
    /** 开放: figures come in */
    OPEN("开放"),
    /** 截数: the month is over and its data is being completed */
    CUT_OFF("截数"),
    /** 审核: the supervision office checks the draft scores */
    REVIEW("审核"),
    /** 异议: units may object to items of the draft */
    OBJECTION("异议"),
    /** 发布: locked */
    PUBLISHED("已发布"),
    /** 重开: locked for all but one person, until a moment */
    REOPENED("重开");

    private final String label;

    MonthState(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and documents; never null. */
    public String label() {
        return label;
    }
}
