package cn.guatu.supervision;

/** How far a meeting is. */
public enum MeetingState {
    /** 拟召开 */
    PLANNED("拟召开"),
    /** 已召开 */
    HELD("已召开"),
    /** 已印发纪要: its decisions are to be handed out within 3 working days */
    MINUTED("已印发纪要");

    private final String label;

    MeetingState(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and documents. */
    public String label() {
        return label;
    }
}
