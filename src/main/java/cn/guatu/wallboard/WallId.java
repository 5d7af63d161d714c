package cn.guatu.wallboard;

/** Identifies a wall; the value is the database key, always positive. */
public record WallId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public WallId {
        if (value <= 0) {
            throw new IllegalArgumentException("WallId must be positive: " + value);
        }
    }
}
