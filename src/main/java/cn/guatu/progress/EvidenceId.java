package cn.guatu.progress;

/** Identifies an evidence file; the value is the database key, always positive. */
public record EvidenceId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public EvidenceId {
        if (value <= 0) {
            throw new IllegalArgumentException("EvidenceId must be positive: " + value);
        }
    }
}
