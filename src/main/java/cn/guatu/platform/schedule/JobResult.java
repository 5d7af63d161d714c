package cn.guatu.platform.schedule;

/**
 * What a run of periodic work came to.
 *
 * @param created effects that it made
 * @param skipped effects that it found made
 */
public record JobResult(int created, int skipped) {

    /** Nothing to do. */
    public static final JobResult NOTHING = new JobResult(0, 0);

    /** Both together. */
    public JobResult plus(JobResult other) {
        return new JobResult(created + other.created, skipped + other.skipped);
    }
}
