package cn.guatu.supervision;

/** Identifies a meeting decision (议定事项); the value is the database key, always positive. */
public record DecisionId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public DecisionId {
        if (value <= 0) {
            throw new IllegalArgumentException("DecisionId must be positive: " + value);
        }
    }
}
