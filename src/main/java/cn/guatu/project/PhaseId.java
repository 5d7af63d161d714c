package cn.guatu.project;

/** Identifies a phase (分期) within a plan year: the atom of counting; the value is the database key, always positive. */
public record PhaseId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public PhaseId {
        if (value <= 0) {
            throw new IllegalArgumentException("PhaseId must be positive: " + value);
        }
    }
}
