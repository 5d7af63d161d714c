package cn.guatu.supervision;

/** The steps of the ladder, from the mildest (semantics §12). */
public enum LadderLevel {
    /** 临期提醒 (蓝) */
    DUE_SOON("临期提醒"),
    /** 到期未报 (黄) */
    UNREPORTED("到期未报"),
    /** 逾期 (橙) */
    OVERDUE("逾期"),
    /** 督办单 (红), to the department head and the responsible leader */
    ORDER("督办单");

    private final String label;

    LadderLevel(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and notices. */
    public String label() {
        return label;
    }
}
