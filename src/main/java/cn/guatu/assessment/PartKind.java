package cn.guatu.assessment;

/** What a part of a scorecard does to the score. */
public enum PartKind {
    /** 基本分: has a weight; the weights of those that apply are renormalised to 100 */
    BASE("基本分"),
    /** 加分: at most its cap */
    BONUS("加分"),
    /** 扣分 */
    DEDUCTION("扣分");

    private final String label;

    PartKind(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and documents; never null. */
    public String label() {
        return label;
    }
}
