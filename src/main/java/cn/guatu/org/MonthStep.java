package cn.guatu.org;

/** A step of the month, as it is asked for and kept in its journal. */
public enum MonthStep {
    /** 截数 */
    CUT_OFF("截数", MonthState.CUT_OFF),
    /** 转审核 */
    REVIEW("转审核", MonthState.REVIEW),
    /** 进入异议期 */
    OBJECTION("进入异议期", MonthState.OBJECTION),
    /** 审定: a leader approves the result; the month stays in the objection window */
    APPROVE("审定", MonthState.OBJECTION),
    /** 发布: writes the snapshot and locks */
    PUBLISH("发布", MonthState.PUBLISHED),
    /** 重新开启 */
    REOPEN("重新开启", MonthState.REOPENED);

    private final String label;
    private final MonthState leadsTo;

    MonthStep(String label, MonthState leadsTo) {
        this.label = label;
        this.leadsTo = leadsTo;
    }

    /** The Chinese word for screens and sentences; never null. */
    public String label() {
        return label;
    }

    /** The state after the step. */
    public MonthState leadsTo() {
        return leadsTo;
    }
}
