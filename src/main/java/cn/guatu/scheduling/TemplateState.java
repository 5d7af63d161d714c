package cn.guatu.scheduling;

/** Whether a stage template can be applied. */
public enum TemplateState {
    /** 草稿: can be edited, not applied */
    DRAFT("草稿"),
    /** 启用: can be applied, no longer edited */
    ACTIVE("启用"),
    /** 停用: kept for the projects that were planned from it */
    RETIRED("停用");

    private final String label;

    TemplateState(String label) {
        this.label = label;
    }

    /** The Chinese word for screens; never null. */
    public String label() {
        return label;
    }
}
