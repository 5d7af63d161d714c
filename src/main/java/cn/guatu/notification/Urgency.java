package cn.guatu.notification;

/** How much a notice presses, from least to most; a group robot passes on what is at least as urgent as it was set to. */
public enum Urgency {
    /** 知悉: nothing is to be done */
    INFO("知悉"),
    /** 一般: something is to be done */
    NORMAL("一般"),
    /** 紧急: late or ordered */
    URGENT("紧急");

    private final String label;

    Urgency(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and mails. */
    public String label() {
        return label;
    }
}
