package cn.guatu.target;

/** Identifies a target (指标) of one plan year; the value is the database key, always positive. */
public record TargetId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public TargetId {
        if (value <= 0) {
            throw new IllegalArgumentException("TargetId must be positive: " + value);
        }
    }
}
