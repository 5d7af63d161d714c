package cn.guatu.assessment.rule;

import cn.guatu.assessment.PartKind;

/** What a scoring rule looks at. Nothing here counts praise, media, log-ins or the number of reports (semantics §13). */
public enum Measure {
    /** 指标完成 ÷ 序时应完成, weighted with the target's 权重; no value: not reported */
    TARGET_PROGRESS("指标完成与序时应完成之比", true, PartKind.BASE, "倍"),
    /** calendar days that a due node was finished after its planned date; no value: open */
    NODE_LATENESS("到期节点完成的迟延", true, PartKind.BASE, "天"),
    /** calendar days that a due blocker or decision was closed after its due date; no value: open */
    MATTER_LATENESS("到期问题与议定事项办结的迟延", true, PartKind.BASE, "天"),
    /** a week in which an asked report was missing */
    MISSED_WEEK("漏报周", false, PartKind.BASE, "次"),
    /** a report that was sent back */
    RETURNED_REPORT("被退回的周报", false, PartKind.BASE, "次"),
    /** an annual target that is over-fulfilled already */
    OVER_FULFILMENT("超额完成的年度指标", false, PartKind.BONUS, "项"),
    /** a node finished in the month well before its date */
    EARLY_FINISH("提前完成的节点", false, PartKind.BONUS, "个"),
    /** 主动补位, entered by hand with its evidence */
    STEPPING_IN("主动补位", false, PartKind.BONUS, "次"),
    /** 黄牌: a 督办单 of the yellow level */
    YELLOW_CARD("黄牌督办", false, PartKind.DEDUCTION, "张"),
    /** 红牌: a 督办单 of the red level */
    RED_CARD("红牌督办", false, PartKind.DEDUCTION, "张");

    private final String label;
    private final boolean banded;
    private final PartKind part;
    private final String unit;

    Measure(String label, boolean banded, PartKind part, String unit) {
        this.label = label;
        this.banded = banded;
        this.part = part;
        this.unit = unit;
    }

    /** The Chinese words for screens and documents; never null. */
    public String label() {
        return label;
    }

    /** Whether its values earn a credit by bands; else each occurrence has points. */
    public boolean banded() {
        return banded;
    }

    /** The kind of part that it belongs into. */
    public PartKind part() {
        return part;
    }

    /** What its values are counted in. */
    public String unit() {
        return unit;
    }
}
