package cn.guatu.project;

/** Why the clock of a node stands still (停计时). */
public enum StopKind {
    /** 补正: the applicant completes the file */
    SUPPLEMENT("补正"),
    /** 公示 */
    PUBLICITY("公示"),
    /** 专家评审 */
    EXPERT_REVIEW("专家评审"),
    /** 外部原因, approved */
    EXTERNAL("外部原因");

    private final String label;

    StopKind(String label) {
        this.label = label;
    }

    /** The Chinese word for screens; never null. */
    public String label() {
        return label;
    }
}
