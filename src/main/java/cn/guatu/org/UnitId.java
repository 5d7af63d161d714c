package cn.guatu.org;

/** Identifies a unit: a district, street, department or task force; the value is the database key, always positive. */
public record UnitId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public UnitId {
        if (value <= 0) {
            throw new IllegalArgumentException("UnitId must be positive: " + value);
        }
    }
}
