package cn.guatu.progress;

/** What happened to a report. */
public enum StepAction {
    /** 提交 */
    SUBMITTED("提交"),
    /** 撤回: by its author */
    WITHDRAWN("撤回"),
    /** 退回: by who reviews it */
    RETURNED("退回"),
    /** 审核通过 */
    APPROVED("审核通过"),
    /** 重新开启: of an item whose week has closed */
    REOPENED("重新开启");

    private final String label;

    StepAction(String label) {
        this.label = label;
    }

    /** The state of a report after this step. */
    ReportState leavesAs(ReportState before) {
        return switch (this) {
            case SUBMITTED -> ReportState.SUBMITTED;
            case WITHDRAWN -> ReportState.DRAFT;
            case RETURNED -> ReportState.RETURNED;
            case APPROVED -> ReportState.APPROVED;
            case REOPENED -> before;
        };
    }

    /** The Chinese word for screens; never null. */
    public String label() {
        return label;
    }
}
