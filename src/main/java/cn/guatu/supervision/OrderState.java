package cn.guatu.supervision;

/** How far a 督办单 has come: 签发 → 签收 → 整改方案 → 答复 → 核验 → 销号. */
public enum OrderState {
    /** 待签收: issued, the department has not signed for it */
    ISSUED("待签收"),
    /** 已签收 */
    SIGNED("已签收"),
    /** 整改中: the rectification plan is there */
    PLANNED("整改中"),
    /** 已答复: waits for verification */
    ANSWERED("已答复"),
    /** 已退回: the answer was not enough */
    RETURNED("已退回"),
    /** 已核验: waits to be closed */
    VERIFIED("已核验"),
    /** 已销号 */
    CLOSED("已销号"),
    /** 已撤销: issued by mistake; keeps its number, counts for nothing */
    WITHDRAWN("已撤销");

    private final String label;

    OrderState(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and documents. */
    public String label() {
        return label;
    }

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this != CLOSED && this != WITHDRAWN;
    }

    /** Whether the department has to act. */
    public boolean awaitsDepartment() {
        return this == ISSUED || this == SIGNED || this == PLANNED || this == RETURNED;
    }
}
