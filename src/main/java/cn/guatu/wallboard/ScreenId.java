package cn.guatu.wallboard;

/** Identifies a paired screen; the value is the database key, always positive. */
public record ScreenId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public ScreenId {
        if (value <= 0) {
            throw new IllegalArgumentException("ScreenId must be positive: " + value);
        }
    }
}
