package cn.guatu.assessment;

/** Where a version of the scoring rules stands. */
public enum RuleSetState {
    /** 草稿: may still be changed */
    DRAFT("草稿"),
    /** 在用: scores the months that are closed from now on */
    ACTIVE("在用"),
    /** 已停用: stays for the months that it has scored */
    RETIRED("已停用");

    private final String label;

    RuleSetState(String label) {
        this.label = label;
    }

    /** The Chinese word for screens; never null. */
    public String label() {
        return label;
    }
}
