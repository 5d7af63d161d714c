package cn.guatu.workbook;

/** Workbooks for tests of other packages. */
public final class SmallPlan {
    private SmallPlan() {}

    /** One that imports. */
    public static byte[] good() {
        return Book.small().file().content();
    }

    /** One with one error: 目标分解 A2 names a target that is nowhere. */
    public static byte[] bad() {
        return Book.small().replace("目标分解", "T1|甲|30", "X9|甲|30").file().content();
    }
}
