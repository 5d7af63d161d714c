package cn.guatu.supervision;

/** What can happen to a 督办单. */
public enum OrderAction {
    /** 签发 */
    ISSUED("签发"),
    /** 签收 */
    SIGNED("签收"),
    /** 报整改方案 */
    PLANNED("报整改方案"),
    /** 答复 */
    ANSWERED("答复"),
    /** 退回 */
    RETURNED("退回"),
    /** 核验通过 */
    VERIFIED("核验通过"),
    /** 销号 */
    CLOSED("销号"),
    /** 撤销 */
    WITHDRAWN("撤销"),
    /** 申请延期 */
    EXTENSION_ASKED("申请延期"),
    /** 申请停表: for an external cause */
    STOP_ASKED("申请停表"),
    /** 批准: of the request */
    GRANTED("批准申请"),
    /** 不批准 */
    REFUSED("不予批准");

    private final String label;

    OrderAction(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and documents. */
    public String label() {
        return label;
    }
}
