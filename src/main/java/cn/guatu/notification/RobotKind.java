package cn.guatu.notification;

/** Whose group robot it is. */
public enum RobotKind {
    /** 企业微信: its address is its secret, nothing is signed */
    WECOM("企业微信"),
    /** 钉钉: time and signature in the address */
    DINGTALK("钉钉"),
    /** 飞书: time and signature in the message */
    FEISHU("飞书");

    private final String label;

    RobotKind(String label) {
        this.label = label;
    }

    /** The Chinese name for screens. */
    public String label() {
        return label;
    }
}
