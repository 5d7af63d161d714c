package cn.guatu.notification;

/** A way out of the product. */
public enum Channel {
    /** 邮件 */
    MAIL("邮件"),
    /** 群机器人 */
    ROBOT("群机器人");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** The Chinese word for screens. */
    public String label() {
        return label;
    }
}
