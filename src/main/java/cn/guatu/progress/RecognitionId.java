package cn.guatu.progress;

/** Identifies a row of the recognition ledger (计入); the value is the database key, always positive. */
public record RecognitionId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public RecognitionId {
        if (value <= 0) {
            throw new IllegalArgumentException("RecognitionId must be positive: " + value);
        }
    }
}
