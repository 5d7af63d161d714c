package cn.guatu.project;

/** Identifies a node (节点) of a phase; the value is the database key, always positive. */
public record NodeId(long value) {
    /** @throws IllegalArgumentException when the value is not positive */
    public NodeId {
        if (value <= 0) {
            throw new IllegalArgumentException("NodeId must be positive: " + value);
        }
    }
}
