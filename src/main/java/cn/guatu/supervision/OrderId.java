package cn.guatu.supervision;

/** Identifies a 督办单; the value is the database key, always positive. */
public record OrderId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public OrderId {
        if (value <= 0) {
            throw new IllegalArgumentException("OrderId must be positive: " + value);
        }
    }
}
