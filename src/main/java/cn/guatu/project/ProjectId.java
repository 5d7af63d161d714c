package cn.guatu.project;

/** Identifies a project (项目) over the years; the value is the database key, always positive. */
public record ProjectId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public ProjectId {
        if (value <= 0) {
            throw new IllegalArgumentException("ProjectId must be positive: " + value);
        }
    }
}
