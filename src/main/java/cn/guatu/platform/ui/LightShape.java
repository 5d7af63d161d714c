package cn.guatu.platform.ui;

/** The shape of a light; with its colour and its word it says the same thing three times (look.md). */
public enum LightShape {
    /** ✓ in a green circle: 达序时 */
    CHECK_CIRCLE("check-circle"),
    /** yellow triangle: 关注 */
    TRIANGLE("triangle"),
    /** orange diamond: 督办 */
    DIAMOND("diamond"),
    /** red octagon: 红灯 */
    OCTAGON("octagon"),
    /** dashed grey ring: 未报 */
    DASHED_RING("dashed-ring"),
    /** hollow ring: 未到期 */
    RING("ring"),
    /** blue check: 完成 */
    BLUE_CHECK("blue-check"),
    /** blue clock: 临期 */
    CLOCK("clock");

    private final String attribute;

    LightShape(String attribute) {
        this.attribute = attribute;
    }

    /** What the elements {@code guatu-light} and {@code guatu-rate-bar} call it in their attribute {@code shape}. */
    public String attribute() {
        return attribute;
    }
}
