package cn.guatu.target;

/** Identifies a version of a target (目标版本); the value is the database key, always positive. */
public record TargetVersionId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public TargetVersionId {
        if (value <= 0) {
            throw new IllegalArgumentException("TargetVersionId must be positive: " + value);
        }
    }
}
