package cn.guatu.progress;

/** How far the report of an item has come in its week. */
public enum ReportState {
    /** 未报: nothing was said */
    NOT_REPORTED("未报"),
    /** 草稿: begun or taken back, not submitted */
    DRAFT("草稿"),
    /** 待审核: submitted, the department head has not decided */
    SUBMITTED("待审核"),
    /** 已退回: to be done again, with a reason */
    RETURNED("已退回"),
    /** 已审核: approved; it does not change any more */
    APPROVED("已审核");

    private final String label;

    ReportState(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** Whether the person who answers has done his part (已报). */
    public boolean isReported() {
        return this == SUBMITTED || this == APPROVED;
    }
}
