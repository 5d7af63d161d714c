package cn.guatu.notification;

/** Where a message on its way out is. */
public enum MessageState {
    /** 待发 */
    WAITING("待发"),
    /** 发送中: a server holds it */
    SENDING("发送中"),
    /** 已发 */
    SENT("已发"),
    /** 失败: refused for good, or as often as makes sense */
    FAILED("失败"),
    /** 待核实: the server died, or the line broke, while it was handed over; it may have arrived */
    DOUBTFUL("待核实");

    private final String label;

    MessageState(String label) {
        this.label = label;
    }

    /** The Chinese word for screens. */
    public String label() {
        return label;
    }
}
