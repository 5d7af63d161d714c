package cn.guatu.workbook;

/** Identifies an import of a workbook; the value is the database key, always positive. */
public record ImportId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public ImportId {
        if (value <= 0) {
            throw new IllegalArgumentException("ImportId must be positive: " + value);
        }
    }
}
