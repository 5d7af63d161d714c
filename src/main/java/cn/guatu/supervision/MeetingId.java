package cn.guatu.supervision;

/** Identifies a meeting (例会); the value is the database key, always positive. */
public record MeetingId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public MeetingId {
        if (value <= 0) {
            throw new IllegalArgumentException("MeetingId must be positive: " + value);
        }
    }
}
