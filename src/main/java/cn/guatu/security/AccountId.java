package cn.guatu.security;

/** Identifies an account; the value is the database key, always positive. */
public record AccountId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public AccountId {
        if (value <= 0) {
            throw new IllegalArgumentException("AccountId must be positive: " + value);
        }
    }
}
