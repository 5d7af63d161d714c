package cn.guatu.progress;

/** Identifies a weekly report (周报); the value is the database key, always positive. */
public record ReportId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public ReportId {
        if (value <= 0) {
            throw new IllegalArgumentException("ReportId must be positive: " + value);
        }
    }
}
