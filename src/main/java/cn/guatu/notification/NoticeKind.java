package cn.guatu.notification;

/** What a notice is about; people filter by it. */
public enum NoticeKind {
    /** 填报: a weekly report is asked for, due or returned */
    REPORT("填报"),
    /** 审核: something waits for approval */
    REVIEW("审核"),
    /** 督办: a step of the ladder, a 督办单, an extension */
    SUPERVISION("督办"),
    /** 批示: a leader's word on an item */
    INSTRUCTION("批示"),
    /** 堵点: a blocker was escalated or is to be answered */
    BLOCKER("堵点"),
    /** 议定事项: a decision was handed out, is late, is to be verified */
    DECISION("议定事项"),
    /** 评估: a month changed its state, an objection was answered */
    ASSESSMENT("评估"),
    /** 计划: dates, targets or responsibilities were changed */
    PLAN("计划"),
    /** 系统 */
    SYSTEM("系统");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and mails. */
    public String label() {
        return label;
    }
}
