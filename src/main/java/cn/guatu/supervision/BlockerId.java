package cn.guatu.supervision;

/** Identifies a blocker (堵点); the value is the database key, always positive. */
public record BlockerId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public BlockerId {
        if (value <= 0) {
            throw new IllegalArgumentException("BlockerId must be positive: " + value);
        }
    }
}
