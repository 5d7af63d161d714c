package cn.guatu.org;

/** Identifies a person; the value is the database key, always positive. */
public record PersonId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public PersonId {
        if (value <= 0) {
            throw new IllegalArgumentException("PersonId must be positive: " + value);
        }
    }
}
